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
import {
  endAbsenceAction,
  endAbsenceOfAction,
  setAbsenceAction,
  setAbsenceOfAction,
} from '@/server/people/actions'
import type { ShownAbsence } from '@/server/people/shown-absence'
import { FormFoot } from '@/components/ui/form-foot'

type Props = {
  shown: ShownAbsence
  timeZone: string
  /** Whose it is, where it is not one's own. */
  of?: { personId: string; name: string }
}

/** When somebody is out of office, and who takes what comes meanwhile, for all projects or for one. */
export function AbsenceForm({ shown: { absence, projects, openCases, mayNameForAll }, timeZone, of }: Props) {
  const words = of ? wordsFor(of.name) : ownWords
  const hidden: Record<string, string> = of ? { personId: of.personId } : {}
  const others = [...new Map(projects.flatMap((one) => one.others).map((one) => [one.id, one])).values()]
  const choicesOf = (people: readonly { id: string; name: string }[]) =>
    people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <div className="grid gap-4">
      {absence && (
        <Callout kind="info" title={absence.isNow ? words.isAway : words.willBeAway}>
          <p>
            From <Time instant={absence.startsAt} zone={timeZone} show="absolute" /> until{' '}
            <Time instant={absence.endsAt} zone={timeZone} show="absolute" />.
          </p>
          <ActionForm id="end-absence" action={of ? endAbsenceOfAction : endAbsenceAction} hidden={hidden}>
            <SubmitButton variant="secondary" size="small" pendingLabel="Ending…">
              {absence.isNow ? words.isBack : words.stays}
            </SubmitButton>
          </ActionForm>
        </Callout>
      )}
      <ActionForm
        id="absence"
        action={of ? setAbsenceOfAction : setAbsenceAction}
        hidden={hidden}
        className="grid gap-4"
      >
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
        {mayNameForAll && (
          <Select
            name="standIn"
            label="Stand-in for all projects"
            optional
            hint={words.hint}
            placeholder={words.nobody}
            choices={choicesOf(others)}
            defaultValue={absence?.standInId ?? ''}
          />
        )}
        {projects.map(({ id, name, others: team, standInId }) => (
          <Select
            key={id}
            name={`standIn_${id}`}
            label={`Stand-in in ${name}`}
            optional
            hint={mayNameForAll ? undefined : words.hint}
            placeholder={mayNameForAll ? 'As for all projects' : 'As they chose for all projects, or nobody'}
            choices={choicesOf(team)}
            defaultValue={standInId ?? ''}
          />
        ))}
        {openCases.length > 0 && (
          <div className="grid gap-1 text-sm">
            <p>
              {words.answersFor} {openCases.length === 1 ? 'one open case' : `${openCases.length} open cases`}
              . {words.handOver}
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

const ownWords = {
  isAway: 'You are out of office',
  willBeAway: 'You will be out of office',
  isBack: 'I am back',
  stays: 'I stay here',
  hint: 'Gets the mails that would come to you and is suggested for your cases. You stay the handler until you hand a case over.',
  nobody: 'Nobody: mails come to me, and to the leads',
  answersFor: 'You answer for',
  handOver:
    'A stand-in hears of what comes, but you stay the handler. Hand over what cannot wait until you are back:',
}

const wordsFor = (name: string): typeof ownWords => ({
  isAway: `${name} is out of office`,
  willBeAway: `${name} will be out of office`,
  isBack: `${name} is back`,
  stays: `${name} stays here`,
  hint: `Gets the mails that would come to ${name} and is suggested for their cases. ${name} stays the handler until a case is handed over.`,
  nobody: `Nobody: mails go to ${name}, and to the leads`,
  answersFor: `${name} answers for`,
  handOver: 'A stand-in hears of what comes, but they stay the handler. Hand over what cannot wait:',
})
