import type { Metadata } from 'next'
import { PolicyForm } from '@/components/policies/policy-form'
import { PolicyHistory } from '@/components/policies/policy-history'
import { PromiseList } from '@/components/policies/promise-list'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { Section } from '@/components/ui/section'
import { formFromTerms } from '@/domain/policies/terms-fields'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { holidayRegions } from '@/server/policies/holidays'
import { policyHistory } from '@/server/policies/policy-history'
import { projectSettings } from '@/server/projects/project-settings'

export const metadata: Metadata = { title: 'Policy' }

type Props = { params: Promise<{ slug: string }> }

export default async function PolicyPage({ params }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}`)
  const { project, policy, timeZone, may } = await answerOf(projectSettings(actor, { project: slug }))
  const versions = await answerOf(policyHistory(actor, { project: slug }))
  return (
    <SettingsFrame project={project}>
      <Section
        title="Policy"
        note={`Version ${policy.version} is in force. Saving makes a new version; cases keep the version in force when their report arrived.`}
        actions={
          <>
            <LinkButton size="small" href={`/console/projects/${project.slug}/import`}>
              Read a SECURITY.md
            </LinkButton>
            <LinkButton size="small" href={`/projects/${project.slug}/security.md`} download="SECURITY.md">
              Download SECURITY.md
            </LinkButton>
          </>
        }
      >
        <Disclosure summary="What reporters read now" className="border-b-0">
          <PromiseList promises={policy.promises} />
        </Disclosure>
        <PolicyForm
          project={project.slug}
          version={policy.version}
          values={formFromTerms(policy)}
          regions={holidayRegions().map(({ code, name }) => ({ value: code, label: name }))}
          holidaysUntil={policy.holidaysUntil}
          lockedBecause={may.editPolicy.allowed ? undefined : may.editPolicy.reason}
        />
      </Section>
      <Section title="Versions">
        <PolicyHistory versions={versions} zone={timeZone} />
      </Section>
    </SettingsFrame>
  )
}
