'use client'

import { initials, lookersInWords } from '@/domain/attention/lookers-in-words'
import type { Writing } from '@/domain/attention/writing'
import { classNames } from '@/lib/class-names'
import { useLooking } from './looking'

const mostShown = 4

/** Who else has this case before them: their initials, and a line that says what they do. */
export function CaseLookers() {
  const { lookers } = useLooking()
  return (
    <span role="group" aria-label="Who else is here" className="ml-auto flex items-center gap-2">
      {lookers.length > 0 && (
        <>
          <span aria-hidden="true" className="flex gap-0.5">
            {lookers.slice(0, mostShown).map(({ personId, name, writing }) => (
              <span
                key={personId}
                title={name}
                className={classNames(
                  'flex size-6 items-center justify-center rounded-full text-[0.625rem] font-semibold',
                  writing === 'reply'
                    ? 'bg-outside text-on-accent'
                    : writing === 'note'
                      ? 'bg-inside text-surface'
                      : 'bg-accent-soft text-accent',
                )}
              >
                {initials(name)}
              </span>
            ))}
          </span>
          <span className="text-sm">{lookersInWords(lookers)}</span>
        </>
      )}
    </span>
  )
}

/** Says at the composer that somebody else is writing the same just now: two answers at once would contradict each other. */
export function AlsoWriting({ writing }: { writing: Writing }) {
  const also = useLooking().lookers.filter((looker) => looker.writing === writing)
  return (
    <p role="status" className="text-sm font-medium empty:hidden">
      {also.length > 0 && lookersInWords(also)}
    </p>
  )
}
