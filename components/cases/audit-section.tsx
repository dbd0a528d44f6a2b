'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Section } from '@/components/ui/section'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { recordAuditAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ChangedMeanwhile, useSeenVersion } from './changed-meanwhile'
import { ActSubmit } from './may-button'

/** The audit for similar problems: what was searched and found, or why none is needed. */
export function AuditSection() {
  const { view } = useCase()
  const { audit } = view
  const version = useSeenVersion(audit?.version ?? 0)
  return (
    <Section
      title="Audit for similar problems"
      note="The same mistake often stands elsewhere. Say where you looked before the fix goes out; the announcement waits for it."
    >
      {audit && (
        <p className="text-muted">
          {audit.waived ? 'Waived' : 'Recorded'} by {audit.by},{' '}
          <Time instant={audit.at} zone={view.policy.timeZone} />
        </p>
      )}
      {version.isStale && audit && (
        <ChangedMeanwhile who={audit.by} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {audit.waived
            ? `waived, ${audit.waivedBecause}`
            : `searched ${audit.searched}; found ${audit.found}`}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id="audit"
        action={recordAuditAction}
        done="Audit recorded."
        hidden={{ seen: String(version.seen) }}
        onDone={() => version.saved(version.seen + 1)}
        className="group/audit grid gap-4"
      >
        <div className="grid gap-4 group-has-[input[name=waived]:checked]/audit:hidden">
          <TextArea
            name="searched"
            label="What was searched, and how"
            hint="Patterns, places, tools; other branches and packages."
            defaultValue={audit?.searched ?? ''}
            rows={3}
          />
          <TextArea
            name="found"
            label="What was found"
            hint="“Nothing” is an answer. Name the case of whatever was found."
            defaultValue={audit?.found ?? ''}
            rows={3}
          />
        </div>
        <Checkbox name="waived" label="No audit is needed" defaultChecked={audit?.waived ?? false} />
        <div className="hidden group-has-[input[name=waived]:checked]/audit:block">
          <TextArea name="waivedBecause" label="Why not" defaultValue={audit?.waivedBecause ?? ''} rows={2} />
        </div>
        <div>
          <ActSubmit act="record_audit" variant="secondary" pendingLabel="Saving…">
            Save audit
          </ActSubmit>
        </div>
      </CaseForm>
    </Section>
  )
}
