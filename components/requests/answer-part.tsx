import { PlainText } from '@/components/ui/prose'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { requestStateLabel } from '@/domain/requests/request'
import type { RequestView } from '@/server/requests/request-view'
import { BackportAnswer } from './backport-answer'
import { PolicyAnswer } from './policy-answer'
import { TestingAnswer } from './testing-answer'

/** The answer that was given, or the form to give it. */
export function AnswerPart({ request }: { request: RequestView }) {
  const { answer, state } = request
  if (answer)
    return (
      <Section title={requestStateLabel[state]}>
        <p className="text-muted">
          {answer.by}, <Time instant={answer.at} />
          {answer.takenInVersion !== null && `. It stands in version ${answer.takenInVersion} of the policy.`}
        </p>
        {answer.text && <PlainText text={answer.text} />}
        {request.backport && <CaseLink backport={request.backport} />}
      </Section>
    )
  return (
    <Section title="Answer" note="Whoever asked reads it, word for word. Your name is not shown.">
      {request.asked.kind === 'testing' && <TestingAnswer request={request} />}
      {request.policy && <PolicyAnswer request={request} policy={request.policy} />}
      {request.backport && (
        <>
          <CaseLink backport={request.backport} />
          <BackportAnswer request={request} backport={request.backport} />
        </>
      )}
    </Section>
  )
}

function CaseLink({ backport }: { backport: NonNullable<RequestView['backport']> }) {
  const { advisory, reference } = backport
  return (
    <p>
      About{' '}
      <a href={advisory.href} className="font-mono text-accent underline">
        {advisory.id}
      </a>
      {reference && (
        <>
          , case{' '}
          <a href={`/console/cases/${reference}?section=lines`} className="font-mono text-accent underline">
            {reference}
          </a>
        </>
      )}
    </p>
  )
}
