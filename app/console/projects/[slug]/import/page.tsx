import type { Metadata } from 'next'
import { ImportForm } from '@/components/policies/import-form'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Section } from '@/components/ui/section'
import { formFromTerms } from '@/domain/policies/terms-fields'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { holidayRegions } from '@/server/policies/holidays'
import { projectSettings } from '@/server/projects/project-settings'

export const metadata: Metadata = { title: 'Read a SECURITY.md' }

type Props = { params: Promise<{ slug: string }> }

export default async function ImportPolicyPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/import`)
  const { project, policy, may } = await answerOf(projectSettings(actor, { project: slug }))
  return (
    <SettingsFrame project={project}>
      <Section
        title="Read a SECURITY.md"
        note="Each part is shown with the sentence it was read from. What is not plain, or said twice, you decide; what is not said stays as it is."
      >
        <ImportForm
          project={project.slug}
          values={formFromTerms(policy)}
          regions={holidayRegions().map(({ code, name }) => ({ value: code, label: name }))}
          holidaysUntil={policy.holidaysUntil}
          lockedBecause={may.editPolicy.allowed ? undefined : may.editPolicy.reason}
        />
      </Section>
    </SettingsFrame>
  )
}
