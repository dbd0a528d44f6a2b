import { Disclosure } from '@/components/ui/disclosure'
import { PlainText } from '@/components/ui/prose'
import { Time } from '@/components/ui/time'
import type { AssessmentView } from '@/server/assessments/assessment-view'

type Step = AssessmentView['findings'][number]['history'][number]

/** What became of a finding, step by step: who, when, and why it was put back. Nothing while it was only recorded. */
export function FindingHistory({ steps }: { steps: readonly Step[] }) {
  if (steps.length < 2) return null
  return (
    <Disclosure summary="History" className="max-w-2xl">
      <ol className="grid gap-3">
        {steps.map((step) => (
          <li key={`${step.at} ${step.type}`} className="grid gap-1">
            <p>
              {wordsOf(step)}
              <span className="text-muted">
                {' · '}
                <Time instant={step.at} show="absolute" />
                {step.by && `, by ${step.by}`}
              </span>
            </p>
            {step.reason && <PlainText text={step.reason} />}
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function wordsOf({ type, state }: Step): string {
  if (type === 'finding_settled') return state === 'case' ? 'A case was made of it' : 'Accepted'
  return { finding_added: 'Recorded', finding_changed: 'Corrected', finding_reopened: 'Put back' }[type]
}
