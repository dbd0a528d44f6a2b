import { TwoZones } from '@/components/reports/two-zones'
import { Callout } from '@/components/ui/callout'
import { PlainText } from '@/components/ui/prose'
import { requestStateLabel } from '@/domain/requests/request'
import type { OwnRequest } from '@/server/requests/own-request'

const yes = ['allowed', 'taken', 'accepted']

/** The answer, or what the request waits for. */
export function RequestStanding({ request }: { request: OwnRequest }) {
  const { state, answer, missing, project } = request
  if (answer)
    return (
      <Callout kind={yes.includes(state) ? 'success' : 'info'} title={requestStateLabel[state]}>
        {answer.version !== null && <p>It stands in version {answer.version} of the policy.</p>}
        {answer.text && <PlainText text={answer.text} />}
        <p className="text-muted">
          Answered <TwoZones instant={answer.at} show="absolute" />
        </p>
      </Callout>
    )
  if (missing.length > 0)
    return (
      <Callout kind="warning" title="This request waits for you">
        <ul className="grid list-disc gap-1 pl-4">
          {missing.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Callout>
    )
  return (
    <Callout title="This request waits for the team">
      <p>The security team of {project.name} answers here.</p>
    </Callout>
  )
}
