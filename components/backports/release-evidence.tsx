import { Time } from '@/components/ui/time'
import type { EvidenceView } from '@/server/cases/case-view-lines'

/** What npm says of a release, and when it was asked last. */
export function ReleaseEvidence({ evidence, zone }: { evidence: EvidenceView; zone: string }) {
  const { package: name, state, publishedAt, integrity, deprecated, checkedAt } = evidence
  const asked = <Time instant={checkedAt} zone={zone} />
  if (state === 'missing')
    return (
      <span className="block text-sm text-danger-strong">
        <span aria-hidden="true">! </span>npm has no such version of {name}, asked {asked}
      </span>
    )
  if (state === 'unknown')
    return (
      <span className="block text-sm text-muted">
        npm did not answer about {name}, asked {asked}
      </span>
    )
  return (
    <span className="block text-sm text-muted" title={integrity ?? undefined}>
      npm: {name}
      {publishedAt && (
        <>
          , <Time instant={publishedAt} zone={zone} show="absolute" />
        </>
      )}
      {deprecated !== null && (
        <span className="block text-danger-strong">
          <span aria-hidden="true">! </span>Deprecated: {deprecated}
        </span>
      )}
      {integrity && <span className="block max-w-48 truncate font-mono">{integrity}</span>}
      <span className="block">asked {asked}</span>
    </span>
  )
}
