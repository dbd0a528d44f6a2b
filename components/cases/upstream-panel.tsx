'use client'

import { Badge } from '@/components/ui/badge'
import { DateTimeField } from '@/components/ui/date-time-field'
import { LinkButton } from '@/components/ui/link-button'
import { PlainText } from '@/components/ui/prose'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { Time } from '@/components/ui/time'
import { chaseAfterDays } from '@/domain/upstreams/hand-over-upstream'
import { offeredTimeZones } from '@/lib/time-zones'
import type { CaseView } from '@/server/cases/case-view'
import { handOverToUpstreamAction, recordUpstreamAnswerAction } from '@/server/upstreams/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { ActLink, ActSubmit } from './may-button'

type Handover = CaseView['handovers'][number]

/** Handing the case to the upstream of the vulnerable code: what they need, whom was told, and what they answered. */
export function UpstreamPanel() {
  const { view } = useCase()
  return (
    <div className="grid gap-5">
      <p className="text-muted">
        The code belongs to somebody else? Send them what they need through their private channel, and record
        it here. The reporter is told. Nothing public is created.
      </p>
      {view.acts.hand_to_upstream.allowed && (
        <div>
          <LinkButton href={`/api/v1/cases/${view.reference}/upstream-pack`} size="small">
            Save what they need as text
          </LinkButton>
        </div>
      )}
      {view.handovers.length > 0 && (
        <ul className="grid gap-4">
          {view.handovers.map((handover) => (
            <li key={handover.id} className="grid gap-2 border-t border-line pt-3">
              <ToldUpstream handover={handover} />
            </li>
          ))}
        </ul>
      )}
      <HandOver />
    </div>
  )
}

function ToldUpstream({ handover }: { handover: Handover }) {
  const { view } = useCase()
  const { to } = useCasePlace()
  const { id, upstream, channel, toldAt, chaseAt, state, answer, version } = handover
  const zone = view.policy.timeZone
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <b className="font-medium">{upstream}</b> <span className="wrap-anywhere text-muted">{channel}</span>
        <Badge tone={state === 'answered' ? 'on-track' : 'due-soon'}>
          {state === 'answered' ? 'answered' : 'not answered'}
        </Badge>
      </p>
      <p className="text-sm text-muted">
        Told <Time instant={toldAt} zone={zone} show="absolute" />
        {state === 'waiting' && (
          <>
            . You are reminded <Time instant={chaseAt} zone={zone} />
          </>
        )}
      </p>
      {answer !== null && <PlainText text={answer} />}
      {state === 'waiting' && (
        <CaseForm
          id={`answer-${id}`}
          action={recordUpstreamAnswerAction}
          done="Recorded. You are not reminded any more."
          hidden={{ handover: id, seen: String(version) }}
          className="grid gap-3"
        >
          <TextArea name="answer" label={`What ${upstream} answered`} rows={2} />
          <div className="flex flex-wrap gap-3">
            <ActSubmit act="hand_to_upstream" variant="secondary" size="small" pendingLabel="Saving…">
              Record the answer
            </ActSubmit>
          </div>
        </CaseForm>
      )}
      {view.stage !== 'closed' && (
        <div>
          <ActLink act="resolve" size="small" href={to({ panel: 'close' })}>
            Close: belongs to a third party
          </ActLink>
        </div>
      )}
    </>
  )
}

function HandOver() {
  return (
    <CaseForm
      id="upstream"
      action={handOverToUpstreamAction}
      done="Recorded. The reporter is told."
      resetOnDone
      className="grid gap-4 border-t border-line pt-4"
    >
      <TextInput name="upstream" label="Which upstream it belongs to" />
      <TextInput
        name="channel"
        label="Where they were told"
        hint="Their private address or form. Never a public issue."
      />
      <DateTimeField zones={offeredTimeZones} name="toldAt" label="When they were told" />
      <DateTimeField
        zones={offeredTimeZones}
        name="chaseAt"
        label="Remind me if they do not answer"
        optional
        hint={`Empty: after ${chaseAfterDays} days, and again every ${chaseAfterDays} days.`}
      />
      <div>
        <ActSubmit act="hand_to_upstream" pendingLabel="Saving…">
          Record that they were told
        </ActSubmit>
      </div>
    </CaseForm>
  )
}
