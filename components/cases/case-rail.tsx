'use client'

import { useState } from 'react'
import { BothDates } from '@/components/embargo/both-dates'
import { GateList } from '@/components/embargo/gate-list'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { Badge } from '@/components/ui/badge'
import type { ClockView } from '@/server/cases/case-view-clocks'
import { useCase } from './case-context'
import { useCasePlace } from './case-place'
import { urgencyLabel, urgencyTone } from './case-words'
import { ActLink } from './may-button'
import { SplitHint } from './split-hint'

/** What stands at the right: promises, gates, and everything else that can be done. */
export function CaseRail() {
  const { view } = useCase()
  return (
    <div className="grid gap-6">
      <Promises />
      <BothDates />
      {view.announcedAt === null && view.resolution === null && !view.isHeld && (
        <Section title="Gates of the announcement" level={3}>
          <GateList />
        </Section>
      )}
      {/* A held report is released or marked as spam first; the next step says so. */}
      {!view.isHeld && (
        <Section title="More" level={3} className="print:hidden">
          <MoreActs />
        </Section>
      )}
    </div>
  )
}

function Promises() {
  const { view } = useCase()
  const several = new Set(view.clocks.map(({ reportId }) => reportId)).size > 1
  const open = view.clocks.filter(({ urgency }) => urgency !== 'met')
  const kept = view.clocks.filter(({ urgency }) => urgency === 'met')
  if (view.clocks.length === 0) return null
  return (
    <Section title="Promises" level={3}>
      <ul className="grid gap-3">
        {open.map((clock) => (
          <li key={`${clock.kind} ${clock.reportId}`} className="grid gap-0.5">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{clock.label}</span>
              <Badge tone={urgencyTone[clock.urgency]}>{urgencyLabel[clock.urgency]}</Badge>
            </p>
            <p>
              <Time
                instant={clock.dueAt}
                zone={clock.timeZone}
                due={clock.urgency !== 'paused' && clock.kind !== 'announce_not_before'}
              />
            </p>
            <p className="text-sm text-muted">
              {clock.why}
              {several &&
                clock.reportId !== '' &&
                ` Report ${(view.reports ?? []).findIndex(({ id }) => id === clock.reportId) + 1} of this case.`}
            </p>
            {clock.pauses.map((pause) => (
              <p key={pause} className="text-sm text-paused">
                {pause}
              </p>
            ))}
          </li>
        ))}
        {kept.map((clock) => (
          <li key={`${clock.kind} ${clock.reportId}`} className="text-muted">
            <KeptPromise clock={clock} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How a promise ended; why it was due when it was, and what moved it, is drawn once somebody asks. */
function KeptPromise({ clock }: { clock: ClockView }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="cursor-pointer hover:text-accent">
        {clock.label}: {endedAs(clock)},{' '}
        {clock.metAt && <Time instant={clock.metAt} zone={clock.timeZone} show="absolute" />}
      </summary>
      {isOpen && (
        <div className="grid gap-0.5 py-1 pl-4 text-sm">
          <p>
            Was due <Time instant={clock.dueAt} zone={clock.timeZone} show="absolute" />. {clock.why}
          </p>
          {clock.pauses.map((pause) => (
            <p key={pause} className="text-paused">
              {pause}
            </p>
          ))}
        </div>
      )}
    </details>
  )
}

const endedAs = ({ status, metBy }: ClockView): string =>
  metBy === 'milestone_dismissed' ? 'not owed' : status === 'late' ? 'late' : 'kept'

function MoreActs() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const isClosed = view.stage === 'closed'
  return (
    <ul className="grid gap-2">
      {view.stage === 'announced' && (
        <li>
          <ActLink act="finish" size="small" href={to({ panel: 'finish' })}>
            Finish the case
          </ActLink>
        </li>
      )}
      {view.confirmed === null && !isClosed && (
        <li>
          <ActLink act="confirm" size="small" href={to({ panel: 'confirm' })}>
            Confirm the vulnerability
          </ActLink>
        </li>
      )}
      {view.waitsForReporter && (
        <li>
          <ActLink act="pass_silence" size="small" href={to({ panel: 'silence' })}>
            Go on without an answer
          </ActLink>
        </li>
      )}
      {view.announcedAt === null && !isClosed && (
        <>
          <li>
            <ActLink act="answer_embargo" size="small" href={to({ panel: 'embargo' })}>
              Embargo dates
            </ActLink>
          </li>
          <li>
            <ActLink act="override_gates" size="small" href={to({ panel: 'override' })}>
              Override gates
            </ActLink>
          </li>
        </>
      )}
      {!isClosed && (
        <>
          <li>
            <ActLink act="split_case" size="small" href={to({ panel: 'split' })}>
              Split the report
            </ActLink>
            <SplitHint />
          </li>
          <li>
            {view.related.some(({ relation }) => relation === 'duplicate_of') ? (
              <ActLink act="unlink_case" size="small" href={to({ panel: 'link' })}>
                The case it repeats
              </ActLink>
            ) : (
              <ActLink act="link_case" size="small" href={to({ panel: 'link' })}>
                Link to the case it repeats
              </ActLink>
            )}
          </li>
        </>
      )}
      {!isClosed && view.announcedAt === null && (
        <li>
          <ActLink act="move_case" size="small" href={to({ panel: 'move' })}>
            Move to another project
          </ActLink>
        </li>
      )}
      {view.announcedAt !== null && (
        <li>
          <ActLink act="follow_up" size="small" href={to({ panel: 'follow' })}>
            Follow up an incomplete fix
          </ActLink>
        </li>
      )}
      {(!isClosed || view.handovers.length > 0) && (
        <li>
          <ActLink act="hand_to_upstream" size="small" href={to({ panel: 'upstream' })}>
            Hand over to an upstream
          </ActLink>
        </li>
      )}
      <li>
        <ActLink act="record_exploitation" size="small" href={to({ panel: 'exploitation' })}>
          {view.exploitation.knownSince === null ? 'Record active exploitation' : 'Active exploitation'}
        </ActLink>
      </li>
      <li>
        <ActLink act="manage_participants" size="small" href={to({ panel: 'people' })}>
          People on the case
        </ActLink>
      </li>
      <li>
        <ActLink act="restrict" size="small" href={to({ panel: 'restrict' })}>
          {view.isRestricted ? 'Lift the restriction' : 'Restrict'}
        </ActLink>
      </li>
      {isClosed ? (
        <li>
          <ActLink act="reopen" size="small" href={to({ panel: 'reopen' })}>
            Reopen
          </ActLink>
        </li>
      ) : (
        view.announcedAt === null && (
          <li>
            <ActLink act="resolve" size="small" href={to({ panel: 'close' })}>
              Close without a fix
            </ActLink>
          </li>
        )
      )}
    </ul>
  )
}
