import type { ClockKind } from '@/domain/clocks/clock'
import { DescriptionList } from '@/components/ui/description-list'
import type { OwnReport } from '@/server/reports/own-report'
import { TwoZones } from './two-zones'

const whoAnswers = {
  lead: 'A lead of the project’s security team',
  handler: 'A handler of the project’s security team',
  owner: 'An owner of this desk',
} as const

/** What is promised next, in the words of the one it is promised to. */
const promises: Readonly<Record<ClockKind, string>> = {
  acknowledge: 'A maintainer acknowledges it',
  respond: 'You are told what happens next',
  keep_informed: 'You hear from the team again',
  reporter_deadline: 'You publish on your own',
  embargo_end: 'The agreed embargo ends',
  announce_not_before: 'Earliest announcement',
}

/** Who answers, whose turn it is, and what is promised next. */
export function ReportFacts({ report }: { report: OwnReport }) {
  const { answeredBy, clocks, timeZone } = report
  const open = clocks.filter(
    ({ status }) => status === 'running' || status === 'breached' || status === 'paused',
  )
  return (
    <DescriptionList
      items={[
        { term: 'Who answers', details: answeredBy ? whoAnswers[answeredBy] : 'Nobody yet' },
        { term: 'We wait for', details: <WaitsFor report={report} /> },
        ...open.map((clock) => ({
          key: clock.kind,
          term: promises[clock.kind],
          details:
            clock.status === 'paused' ? (
              'Paused until you answer'
            ) : (
              <TwoZones
                instant={clock.dueAt}
                zone={timeZone}
                due={clock.kind !== 'announce_not_before' && clock.kind !== 'reporter_deadline'}
              />
            ),
        })),
      ]}
    />
  )
}

function WaitsFor({ report }: { report: OwnReport }) {
  const { turn, stage, silencePassesAt, timeZone, unreadableSince } = report
  if (turn.waitsFor === 'reporter')
    return (
      <>
        {unreadableSince
          ? 'You to send again what we could not decrypt.'
          : 'Your answer to a question below.'}
        {silencePassesAt && (
          <>
            {' '}
            The team may go on without it from{' '}
            <TwoZones instant={silencePassesAt} zone={timeZone} show="absolute" />; you keep the credit.
          </>
        )}
      </>
    )
  if (turn.waitsFor === 'team') return <>The team’s answer to you</>
  return <>{stage === 'closed' || stage === 'announced' ? 'Nothing' : 'The team’s work on it'}</>
}
