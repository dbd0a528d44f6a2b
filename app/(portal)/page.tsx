import { ProjectList } from '@/components/portal/project-list'
import { FindReportForm } from '@/components/reports/find-report-form'
import { pageLanguage } from '@/components/shell/page-language'
import { PageHeading, Section } from '@/components/ui/section'
import { anyone } from '@/server/auth/anyone'
import { answerOf } from '@/server/kernel/page'
import { publicProjects } from '@/server/projects/public-projects'

export const metadata = { alternates: { types: { 'application/atom+xml': '/feed.atom' } } }

export default async function HomePage() {
  const { t, words } = await pageLanguage()
  const projects = await answerOf(publicProjects(anyone, {}))
  return (
    <div className="grid gap-12">
      <PageHeading title={t('home.title')} note={<p>{t('home.note')}</p>} />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title={t('home.projects')} className="content-start">
          <ProjectList projects={projects} />
        </Section>
        <Section title={t('home.findReport')} note={t('home.findReportNote')} className="content-start">
          <FindReportForm words={words.findReportForm} />
        </Section>
      </div>
    </div>
  )
}
