'use client'

import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { Callout } from '@/components/ui/callout'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { localDateTime } from '@/domain/reports/local-date-time'
import { offeredTimeZones } from '@/lib/time-zones'
import { endAbsenceAction, setAbsenceAction } from '@/server/people/actions'
import type { OwnAbsence } from '@/server/people/own-absence'
import { FormFoot } from '@/components/ui/form-foot'

/** When one is out of office, and who takes what comes meanwhile, for all projects or for one. */
export function AbsenceForm({
  own: { absence, projects, openCases },
  timeZone,
}: {
  own: OwnAbsence
  timeZone: string
}) {
  const others = [...new Map(projects.flatMap((one) => one.others).map((one) => [one.id, one])).values()]
  const choicesOf = (people: readonly { id: string; name: string }[]) =>
    people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="grid gap-4">
      {absence && (
        <Callout kind="info" title={absence.isNow ? 'You are out of office' : 'You will be out of office'}>
          <p>
            From <Time instant={absence.startsAt} zone={timeZone} show="absolute" /> until{' '}
            <Time instant={absence.endsAt} zone={timeZone} show="absolute" />.
          </p>
          <ActionForm id="end-absence" action={endAbsenceAction}>
            <SubmitButton variant="secondary" size="small" pendingLabel="Ending…">
              {absence.isNow ? 'I am back' : 'I stay here'}
            </SubmitButton>
          </ActionForm>
        </Callout>
      )}
      <ActionForm id="absence" action={setAbsenceAction} className="grid gap-4">
        <DateTimeField
          zones={offeredTimeZones}
          name="startsAt"
          label="From"
          zone={timeZone}
          defaultValue={absence ? localDateTime(absence.startsAt, timeZone) : undefined}
        />
        <DateTimeField
          zones={offeredTimeZones}
          name="endsAt"
          label="Until"
          zone={timeZone}
          defaultValue={absence ? localDateTime(absence.endsAt, timeZone) : undefined}
        />
        <Select
          name="standIn"
          label="Stand-in for all projects"
          optional
          hint="Gets the mails that would come to you and is suggested for your cases. You stay the handler until you hand a case over."
          placeholder="Nobody: mails come to me, and to the leads"
          choices={choicesOf(others)}
          defaultValue={absence?.standInId ?? ''}
        />
        {projects.map(({ id, name, others: team, standInId }) => (
          <Select
            key={id}
            name={`standIn_${id}`}
            label={`Stand-in in ${name}`}
            optional
            placeholder="As for all projects"
            choices={choicesOf(team)}
            defaultValue={standInId ?? ''}
          />
        ))}
        {openCases.length > 0 && (
          <div className="grid gap-1 text-sm">
            <p>
              You answer for {openCases.length === 1 ? 'one open case' : `${openCases.length} open cases`}. A
              stand-in hears of what comes, but you stay the handler. Hand over what cannot wait until you are
              back:
            </p>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {openCases.map((reference) => (
                <li key={reference}>
                  <Link
                    href={`/console/cases/${reference}`}
                    className="inline-flex min-h-6 items-center font-mono text-accent underline"
                  >
                    {reference}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        )}
        <FormFoot>
          <SubmitButton pendingLabel="Saving…">Save absence</SubmitButton>
        </FormFoot>
      </ActionForm>
    </div>
  )
}
