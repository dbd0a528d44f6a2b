import { Callout } from '@/components/ui/callout'
import type { ReleaseGate } from '@/domain/assessments/release-gate'

/** The answer to "may it go out?", with every reason why not. */
export function GatePart({ gate: { release, mayGoOut, reasons } }: { gate: ReleaseGate }) {
  return mayGoOut ? (
    <Callout kind="success" title={`${release} may go out`}>
      <p>It is assessed, and everything that was found is fixed or accepted.</p>
    </Callout>
  ) : (
    <Callout kind="warning" title={`${release} may not go out yet`}>
      <ul className="list-disc pl-5">
        {reasons.map(({ code, says }) => (
          <li key={code}>{says}</li>
        ))}
      </ul>
    </Callout>
  )
}
