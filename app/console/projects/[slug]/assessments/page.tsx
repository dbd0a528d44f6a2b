import type { Metadata } from 'next'
import { assessmentsHref } from '@/components/assessments/assessment-href'
import { AssessmentTable } from '@/components/assessments/assessment-table'
import { BeginForm } from '@/components/assessments/begin-form'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Section } from '@/components/ui/section'
import { assessmentList } from '@/server/assessments/assessment-list'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Assessments' }

type Props = { params: Promise<{ slug: string }> }

export default async function AssessmentsPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(assessmentsHref(slug))
  const { project, assessments, mayAssess } = await answerOf(assessmentList(actor, { project: slug }))
  return (
    <SettingsFrame project={project}>
      <Section title="Assessments" note="Software security assessments of releases before production.">
        <AssessmentTable slug={project.slug} assessments={assessments} />
      </Section>
      <Section title="Assess a release">
        <BeginForm project={project.slug} lockedBecause={mayAssess.allowed ? undefined : mayAssess.reason} />
      </Section>
    </SettingsFrame>
  )
}
