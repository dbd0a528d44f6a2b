'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Section } from '@/components/ui/section'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { openAuditCaseAction, recordAuditAction } from '@/server/cases/actions'
import { TextInput } from '@/components/ui/text-input'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ChangedMeanwhile, useSeenVersion } from './changed-meanwhile'
import { useCasePlace } from './case-place'
import { ActLink, ActSubmit } from './may-button'

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
      <FoundCases />
    </Section>
  )
}

/** The cases that the audit led to, and one more of whatever it found. */
function FoundCases() {
  const { view, formKey } = useCase()
  const { form, to } = useCasePlace()
  const found = view.related.filter(({ relation }) => relation === 'found_here')
  const isAsked = form === 'audit-case'
  return (
    <Section
      title="Cases of what was found"
      level={3}
      actions={
        <ActLink act="record_audit" size="small" href={to({ form: isAsked ? null : 'audit-case' })}>
          Make a case of it
        </ActLink>
      }
    >
      {isAsked && (
        <CaseForm
          id="audit-case"
          action={openAuditCaseAction}
          done="The case is opened, and linked here."
          hidden={{ submission: formKey }}
          closes
        >
          <p className="text-muted">
            A vulnerability of its own, in the same project, seen by whoever sees this case. You answer for
            it.
          </p>
          <TextInput
            name="title"
            label="What was found"
            hint="The title of the new case. Only the team sees it."
            maxLength={200}
          />
          <TextArea
            name="what"
            label="Where, and how it shows"
            hint="Becomes a note of that case."
            rows={4}
          />
          <div>
            <ActSubmit act="record_audit" pendingLabel="Opening…">
              Open the case
            </ActSubmit>
          </div>
        </CaseForm>
      )}
      {found.length === 0 ? (
        <p className="text-muted">None.</p>
      ) : (
        <ul className="grid gap-1" aria-label="Cases of what was found">
          {found.map(({ reference }) => (
            <li key={reference}>
              <a href={`/console/cases/${reference}`} className="font-mono text-accent underline">
                {reference}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
