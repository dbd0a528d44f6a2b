'use client'

import { useCase } from '@/components/cases/case-context'
import { Callout } from '@/components/ui/callout'
import { Time } from '@/components/ui/time'
import type { FromLinkedCase } from '@/domain/embargo/linked-finder'
import type { DateConflict } from '@/domain/embargo/counter-proposal'

/** The reporter's own date beside the earliest announcement, while they may not fit or do not. */
export function BothDates() {
  const { view } = useCase()
  const { dateConflict: conflict } = view
  if (conflict === null) return null
  const zone = view.policy.timeZone
  return (
    <Callout kind="warning" title={titleOf(conflict)}>
      <p>
        <FinderOf {...conflict} /> publishes: <Time instant={conflict.reporterDate} zone={zone} />.{' '}
        {conflict.notBefore !== null && (
          <>
            Earliest announcement: <Time instant={conflict.notBefore} zone={zone} />.{' '}
          </>
        )}
        {conflict.atBest !== null && (
          <>
            Earliest announcement, if everything were released now:{' '}
            <Time instant={conflict.atBest} zone={zone} />.{' '}
            {conflict.waitsFor.length > 0 && `Missing: ${conflict.waitsFor.join(', ')}. `}
          </>
        )}
        Agree on one date with them{conflict.linkedCase && ', on their case'}.
      </p>
    </Callout>
  )
}

const titleOf = ({ kind, linkedCase }: DateConflict): string => {
  const who = linkedCase ? 'A second finder' : 'The reporter'
  return kind === 'certain'
    ? `${who} publishes before the earliest announcement`
    : `${who} named a date, and the earliest announcement is not known yet`
}

/** Whose date it is; of a linked case, with the way there for who may see it. */
export function FinderOf({ linkedCase }: FromLinkedCase) {
  if (linkedCase === undefined) return 'The reporter'
  if (linkedCase.reference === null) return 'The reporter of a linked case'
  return (
    <>
      The reporter of{' '}
      <a
        href={`/console/cases/${linkedCase.reference}?panel=embargo`}
        className="font-mono text-accent underline"
      >
        {linkedCase.reference}
      </a>
    </>
  )
}
