import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { assessmentHref } from '@/components/assessments/assessment-href'
import { FindingGroups } from '@/components/assessments/finding-groups'
import { FindingForm } from '@/components/assessments/finding-form'
import { GatePart } from '@/components/assessments/gate-part'
import { PlanPart } from '@/components/assessments/plan-part'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { assessmentView } from '@/server/assessments/assessment-view'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Assessment' }

type Props = { params: Promise<{ slug: string; assessment: string }> }

export default async function AssessmentPage({ params }: Props) {
  const { slug, assessment: id } = await params
  const actor = await requirePerson(assessmentHref(slug, id))
  const assessment = await answerOf(assessmentView(actor, { assessment: id }))
  if (assessment.project.slug !== slug) notFound()
  const lockedBecause = assessment.mayAssess.allowed ? undefined : assessment.mayAssess.reason
  return (
    <SettingsFrame project={assessment.project}>
      <Section title={`Assessment of ${assessment.release}`}>
        <GatePart gate={assessment.gate} />
        <PlanPart assessment={assessment} />
      </Section>
      <Section title="Findings">
        {assessment.findings.length === 0 && (
          <EmptyState title="Nothing was found yet">
            Record each weakness by its kind. It becomes a case, or is accepted with a reason.
          </EmptyState>
        )}
        <FindingGroups findings={assessment.findings} lockedBecause={lockedBecause} />
      </Section>
      {!assessment.finished && (
        <Section title="Record a finding">
          <FindingForm assessment={assessment.id} lockedBecause={lockedBecause} />
        </Section>
      )}
    </SettingsFrame>
  )
}
