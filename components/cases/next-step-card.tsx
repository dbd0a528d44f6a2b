'use client'

import { caseHref } from '@/components/queue/queue-href'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { WithTimes } from '@/components/ui/with-times'
import type { NextStep, NextStepAct } from '@/domain/cases/next-step'
import { isMilestone } from '@/domain/exploitation/milestone'
import { acknowledgeAction } from '@/server/cases/actions'
import type { CaseAct } from '@/server/cases/case-view-acts'
import { nextStepId, partId } from './arriving-focus'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { HeldCard } from './held-card'
import { ActLink } from './may-button'

type Where = {
  act: CaseAct
  to: Parameters<ReturnType<typeof useCasePlace>['to']>[0]
  /** Where the keyboard goes on there; a panel takes it by itself. */
  focuses?: string
}

/** Where each next step is done. */
const places: Record<
  Exclude<NextStepAct, 'acknowledge' | 'wait_for_announcement' | 'goes_on_elsewhere'>,
  Where
> = {
  reply_to_reporter: {
    act: 'reply_to_reporter',
    to: { section: null, write: 'reporter' },
    focuses: 'reply-body',
  },
  respond: { act: 'reply_to_reporter', to: { section: null, write: 'reporter' }, focuses: 'reply-body' },
  wait_for_reporter: { act: 'pass_silence', to: { panel: 'silence' } },
  answer_embargo: { act: 'answer_embargo', to: { panel: 'embargo' } },
  classify_severity: { act: 'classify_severity', to: { section: 'severity' }, focuses: partId('severity') },
  edit_lines: { act: 'edit_lines', to: { section: 'lines' }, focuses: partId('lines') },
  confirm: { act: 'confirm', to: { panel: 'confirm' } },
  record_audit: { act: 'record_audit', to: { section: 'audit' }, focuses: partId('audit') },
  edit_advisory: { act: 'edit_advisory', to: { section: 'advisory' }, focuses: partId('advisory') },
  approve_advisory: { act: 'approve_advisory', to: { section: 'advisory', form: 'approve' } },
  schedule: { act: 'schedule', to: { section: 'advisory', form: 'schedule' } },
  revise_advisory: { act: 'revise_advisory', to: { section: 'advisory', form: 'correct' } },
  finish: { act: 'finish', to: { panel: 'finish' } },
}

/** Said where it is not the handler's turn. */
const whose: Record<NextStep['whose'], string | null> = {
  handler: null,
  second_maintainer: 'A second maintainer does this.',
  reporter: 'It is the reporter’s turn.',
  desk: 'The desk does this by itself.',
}

/** The one thing to do next, as the one primary button of the page. */
export function NextStepCard() {
  const { view } = useCase()
  const { next } = view
  if (view.isHeld) return <HeldCard />
  return (
    <section
      id={nextStepId}
      tabIndex={-1}
      aria-label="Next step"
      className="grid scroll-mt-16 gap-2 rounded-md border border-accent bg-accent-soft p-3"
    >
      <h2 className="text-sm font-medium text-muted">Next step</h2>
      {next === null ? (
        <Closed />
      ) : (
        <>
          <Step next={next} />
          {(whose[next.whose] ?? next.blockedBy) && (
            <p className="text-sm text-muted">
              <WithTimes
                text={[whose[next.whose], next.blockedBy].filter((text) => text !== null).join(' ')}
              />
            </p>
          )}
        </>
      )}
      <Planned />
    </section>
  )
}

/** A closed case asks for nothing, but for what an authority is still owed. */
function Closed() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const owed = view.clocks.filter(({ kind, metAt }) => isMilestone(kind) && metAt === null)
  if (owed.length === 0) return <p>Nothing: the case is closed.</p>
  return (
    <>
      <p>The case is closed, but authorities are still owed: {owed.map(({ label }) => label).join(', ')}.</p>
      <ActLink act="meet_milestone" variant="primary" href={to({ panel: 'exploitation' })}>
        Record what was sent, or why nothing is
      </ActLink>
    </>
  )
}

/** What the desk does by itself, or has stopped doing, whatever is next for people. */
function Planned() {
  const { advisory, announcedAt } = useCase().view
  const schedule = advisory?.schedule ?? null
  if (schedule === null || announcedAt !== null) return null
  return schedule.suspendedAt ? (
    <p className="text-sm font-medium text-danger-strong">
      <span aria-hidden="true">! </span>The announcement is suspended because a gate closed. Nothing goes out
      until it is scheduled again.
    </p>
  ) : (
    <p className="text-sm">
      Announces by itself <Time instant={schedule.at} zone={schedule.timeZone} />
    </p>
  )
}

function Step({ next }: { next: NextStep }) {
  const { to } = useCasePlace()
  if (next.act === 'acknowledge') return <Acknowledge title={next.title} />
  if (next.act === 'wait_for_announcement') return <p className="font-medium">{next.title}</p>
  if (next.act === 'goes_on_elsewhere') return <Elsewhere title={next.title} />
  if (next.act === 'wait_for_reporter')
    return (
      <>
        <p className="font-medium">{next.title}</p>
        <ActLink act="pass_silence" size="small" href={to({ panel: 'silence' })}>
          Go on without it
        </ActLink>
      </>
    )
  if (next.act === 'confirm' && next.blockedBy !== null)
    return (
      <ActLink act="edit_lines" variant="primary" href={to({ section: 'lines' })} focuses={partId('lines')}>
        Mark the affected lines
      </ActLink>
    )
  const place = places[next.act]
  return (
    <ActLink
      act={place.act}
      variant="primary"
      href={to({ ...place.to, panel: place.to.panel ?? null })}
      focuses={place.focuses}
    >
      {next.title}
    </ActLink>
  )
}

/** Of a case that repeats another, nothing is left but its reporter. */
function Elsewhere({ title }: { title: string }) {
  const original = useCase().view.related.find(({ relation }) => relation === 'duplicate_of')
  return (
    <>
      {original ? (
        <LinkButton variant="primary" href={caseHref(original.reference)}>
          {title}
        </LinkButton>
      ) : (
        <p className="font-medium">{title}</p>
      )}
      <p className="text-sm text-muted">
        Severity, lines, fix and advisory are worked on there. Here the reporter is answered; they hear of the
        announcement as well.
      </p>
    </>
  )
}

function Acknowledge({ title }: { title: string }) {
  const { acts, handler } = useCase().view
  const reason = acts.acknowledge.allowed ? undefined : acts.acknowledge.reason
  return (
    <CaseForm id="acknowledge" action={acknowledgeAction} done="Acknowledged. The reporter is told.">
      <SubmitButton disabledReason={reason} pendingLabel="Acknowledging…">
        {title}
      </SubmitButton>
      {!reason && (
        <p className="text-sm text-muted">
          {handler ? `${handler.name} answers for it.` : 'You answer for the case from then on.'} The reporter
          gets a mail without contents.
        </p>
      )}
    </CaseForm>
  )
}
