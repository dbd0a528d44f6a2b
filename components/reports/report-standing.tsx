import type { Clock, ClockKind } from '@/domain/clocks/clock'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import type { OwnReport } from '@/server/reports/own-report'
import { TwoZones } from './two-zones'

/** What was promised, in the words of the one it was promised to. */
const broken: Readonly<Partial<Record<ClockKind, string>>> = {
  acknowledge: 'Acknowledging your report',
  respond: 'Telling you what happens next',
  keep_informed: 'Keeping you informed',
}

/** What a reporter must know first: the outcome when there is one, and every promise that is broken. */
export function ReportStanding({ report }: { report: OwnReport }) {
  const { advisory, resolution, broken: late, mayPublish, project, timeZone, unreadableSince } = report
  return (
    <>
      {advisory && (
        <Callout kind="success" title="The advisory is published">
          <p>
            <LinkButton href={advisory.href}>Read {advisory.id}</LinkButton>
          </p>
        </Callout>
      )}
      {unreadableSince && (
        <Callout kind="warning" title="We could not decrypt what you sent">
          <p>
            <a href="#reply" className="text-accent underline">
              Please send it again below
            </a>
            , encrypted or not, as you think right. What we promised you still counts from the moment your
            report arrived.
          </p>
        </Callout>
      )}
      {resolution && (
        <Callout title={`Closed without a fix: ${resolution.title.toLowerCase()}`}>
          {resolution.explanation && <p className="whitespace-pre-wrap">{resolution.explanation}</p>}
          <p>You can still write to the team below.</p>
        </Callout>
      )}
      {report.withdrawal.isDone && !resolution && (
        <Callout title="You withdrew this report">
          <p>The team is told. You can still write to it below.</p>
        </Callout>
      )}
      {report.draftShared && (
        <Callout title="The team shares the draft of the advisory with you">
          <p>
            <LinkButton href={`/report/draft?case=${report.reference}`}>Read it and comment</LinkButton>
          </p>
        </Callout>
      )}
      {late.length > 0 && (
        <Callout kind="warning" title="We are late">
          <ul className="grid gap-1">
            {late.map((clock: Clock) => (
              <li key={clock.kind}>
                {broken[clock.kind]} was due{' '}
                <TwoZones instant={clock.dueAt} zone={timeZone} show="absolute" />.
              </li>
            ))}
          </ul>
          {mayPublish && (
            <p>
              {project.name} has not kept its promises to you. Its policy then lets you publish on your own
              terms.
            </p>
          )}
        </Callout>
      )}
    </>
  )
}
