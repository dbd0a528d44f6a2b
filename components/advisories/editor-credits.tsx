'use client'

import { CaseForm } from '@/components/cases/case-form'
import { useCasePlace } from '@/components/cases/case-place'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActLink, ActSubmit } from '@/components/cases/may-button'
import { Badge } from '@/components/ui/badge'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { RadioGroup } from '@/components/ui/radio-group'
import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import { creditConsents, creditRoleLabel, creditRoles } from '@/domain/advisories/credit-ledger'
import { addCreditAction, changeCreditAction } from '@/server/advisories/actions'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'

type Credit = AdvisoryView['credits'][number]

const consents: Record<Credit['consent'], string> = {
  asked: 'Asked, no answer yet',
  accepted: 'Accepted',
  declined: 'Declined',
}

/** Who is credited, in which roles, and what they answered. One ledger renders to every export. */
export function CreditLedger({ advisory }: { advisory: AdvisoryView }) {
  const { form, to } = useCasePlace()
  const place = (name: string) => to({ section: 'advisory', form: form === name ? null : name })
  return (
    <Section
      title="Credits"
      level={3}
      actions={
        <ActLink act="edit_credit" size="small" href={place('credit')}>
          Add a credit
        </ActLink>
      }
    >
      {form === 'credit' && <CreditForm />}
      {advisory.credits.length === 0 && <p className="text-muted">Nobody is in the ledger.</p>}
      <ul className="grid gap-2">
        {advisory.credits.map((credit) => (
          <li key={credit.id} className="grid gap-2 border-b border-line pb-2 last:border-b-0">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <b className="font-medium">{credit.name}</b>
              <span className="text-muted">
                {credit.roles.map((role) => creditRoleLabel[role]).join(', ')}
              </span>
              <Badge
                tone={
                  credit.consent === 'accepted'
                    ? 'on-track'
                    : credit.consent === 'asked'
                      ? 'due-soon'
                      : 'neutral'
                }
              >
                {consents[credit.consent]}
              </Badge>
              <ActLink act="edit_credit" variant="quiet" size="small" href={place(`credit:${credit.id}`)}>
                Edit<span className="sr-only"> {credit.name}</span>
              </ActLink>
            </p>
            {form === `credit:${credit.id}` && <CreditForm credit={credit} />}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function CreditForm({ credit }: { credit?: Credit }) {
  const version = useSeenVersion(credit?.version ?? 0)
  const hidden: Record<string, string> = credit ? { credit: credit.id, seen: String(version.seen) } : {}
  return (
    <div className="grid gap-3 rounded-md border border-line bg-canvas p-3">
      {version.isStale && credit && (
        <ChangedMeanwhile who={null} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {credit.name}, {consents[credit.consent].toLowerCase()}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id={`credit-${credit?.id ?? 'new'}`}
        action={credit ? changeCreditAction : addCreditAction}
        done="Credit saved."
        hidden={hidden}
        closes
        className="grid gap-3"
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <TextInput name="name" label="Name, as they wish" defaultValue={credit?.name ?? ''} />
          <TextInput name="link" label="Link" optional type="url" defaultValue={credit?.link ?? ''} />
        </div>
        <FieldGroup name="roles" label="What they did">
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {creditRoles.map((role) => (
              <Checkbox
                key={role}
                name="roles"
                value={role}
                label={creditRoleLabel[role]}
                defaultChecked={credit?.roles.includes(role) ?? false}
              />
            ))}
          </div>
        </FieldGroup>
        <RadioGroup
          name="consent"
          label="Their answer"
          inline
          defaultValue={credit?.consent ?? 'asked'}
          choices={creditConsents.map((consent) => ({ value: consent, label: consents[consent] }))}
        />
        <div>
          <ActSubmit act="edit_credit" variant="secondary" pendingLabel="Saving…">
            Save credit
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}
