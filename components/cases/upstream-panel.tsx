'use client'

import { Badge } from '@/components/ui/badge'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Disclosure } from '@/components/ui/disclosure'
import { LinkButton } from '@/components/ui/link-button'
import { PlainText } from '@/components/ui/prose'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { Time } from '@/components/ui/time'
import { chaseAfterDays } from '@/domain/upstreams/hand-over-upstream'
import { offeredTimeZones } from '@/lib/time-zones'
import type { CaseView } from '@/server/cases/case-view'
import {
  askUpstreamAgainAction,
  handOverToUpstreamAction,
  recordUpstreamAnswerAction,
  stopAskingUpstreamAction,
} from '@/server/upstreams/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { ActLink, ActSubmit } from './may-button'

const stateLabel = { waiting: 'not answered', answered: 'answered', stopped: 'not asked any more' } as const
const stateTone = { waiting: 'due-soon', answered: 'on-track', stopped: 'neutral' } as const

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
        <Badge tone={stateTone[state]}>{stateLabel[state]}</Badge>
      </p>
      <p className="text-sm text-muted">
        Told <Time instant={toldAt} zone={zone} show="absolute" />
        {state === 'waiting' && view.stage !== 'closed' && (
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
      {state === 'waiting' && <AskAgain handover={handover} />}
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

/** A silent upstream: asked again by hand, or not any more. */
function AskAgain({ handover: { id, upstream, version } }: { handover: Handover }) {
  const hidden = { handover: id, seen: String(version) }
  return (
    <Disclosure summary="They do not answer">
      <CaseForm
        id={`again-${id}`}
        action={askUpstreamAgainAction}
        done="Recorded. You are reminded again."
        hidden={hidden}
        className="grid gap-3"
      >
        <DateTimeField zones={offeredTimeZones} name="askedAt" label={`When ${upstream} was asked again`} />
        <DateTimeField
          zones={offeredTimeZones}
          name="chaseAt"
          label="Remind me next"
          optional
          hint={`Empty: in ${chaseAfterDays} days.`}
        />
        <div>
          <ActSubmit act="hand_to_upstream" variant="secondary" size="small" pendingLabel="Saving…">
            Record that they were asked again
          </ActSubmit>
        </div>
      </CaseForm>
      <CaseForm
        id={`stop-${id}`}
        action={stopAskingUpstreamAction}
        done="Recorded. You are not reminded any more."
        hidden={hidden}
        className="grid gap-3"
      >
        <TextArea name="reason" label="Or why they are not asked any more" rows={2} />
        <div>
          <ActSubmit act="hand_to_upstream" variant="quiet" size="small" pendingLabel="Saving…">
            Stop asking
          </ActSubmit>
        </div>
      </CaseForm>
    </Disclosure>
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
