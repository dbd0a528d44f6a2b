import { Disclosure } from '@/components/ui/disclosure'
import { Time } from '@/components/ui/time'
import type { PolicyChange } from '@/domain/policies/changes-in-words'
import type { Instant } from '@/lib/instant'
import { ChangeList } from './change-list'

export type PolicyVersionRow = {
  version: number
  inForceFrom: Instant
  by: string | null
  changes: PolicyChange[]
}

/** Every version, newest first; each unfolds to what it changed. */
export function PolicyHistory({ versions, zone }: { versions: readonly PolicyVersionRow[]; zone: string }) {
  return (
    <div>
      {versions.map(({ version, inForceFrom, by, changes }, index) => (
        <Disclosure
          key={version}
          summary={
            <span className="flex flex-wrap gap-x-3">
              <span>Version {version}</span>
              <span className="font-normal text-muted">
                {index === 0 ? 'in force since ' : 'from '}
                <Time instant={inForceFrom} zone={zone} show="absolute" />
                {by && `, by ${by}`}
              </span>
            </span>
          }
        >
          {changes.length > 0 ? <ChangeList changes={changes} /> : <p>The first version.</p>}
        </Disclosure>
      ))}
    </div>
  )
}
