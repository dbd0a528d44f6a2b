import { ProjectList } from '@/components/portal/project-list'
import { FindReportForm } from '@/components/reports/find-report-form'
import { PageHeading, Section } from '@/components/ui/section'
import { anyone } from '@/server/auth/anyone'
import { answerOf } from '@/server/kernel/page'
import { publicProjects } from '@/server/projects/public-projects'

export const metadata = { alternates: { types: { 'application/atom+xml': '/feed.atom' } } }

export default async function HomePage() {
  const projects = await answerOf(publicProjects(anyone, {}))
  return (
    <div className="grid gap-12">
      <PageHeading
        title="Report a vulnerability"
        note={
          <p>
            Pick the project. Its page says what happens to a report and when. You need no account, and no
            name.
          </p>
        }
      />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title="Projects" className="content-start">
          <ProjectList projects={projects} />
        </Section>
        <Section
          title="Find my report"
          note="With the receipt you got when you sent it."
          className="content-start"
        >
          <FindReportForm />
        </Section>
      </div>
    </div>
  )
}
