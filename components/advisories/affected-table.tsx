import type { AffectedLine, AffectedState } from '@/domain/advisories/affected-ranges'
import { justificationLabel } from '@/domain/backports/justification-label'
import { Table, Td, Th } from '@/components/ui/table'

const stateLabel: Readonly<Record<AffectedState, string>> = {
  fixed: 'Fixed',
  fix_pending: 'The fix is not released yet',
  wont_fix: 'Gets no fix',
  out_of_support: 'Out of support, gets no fix',
  not_affected: 'Not affected',
  unknown: 'Not known',
}

/** What is affected and what has the fix, line by line, with the reason where there is none. */
export function AffectedTable({ affected }: { affected: readonly AffectedLine[] }) {
  return (
    <Table caption="Affected and fixed versions by release line">
      <thead>
        <tr>
          <Th>Line</Th>
          <Th>Affected</Th>
          <Th>Fixed in</Th>
          <Th>What that means</Th>
        </tr>
      </thead>
      <tbody>
        {affected.map((line) => (
          <tr key={line.line}>
            <Th scope="row" className="align-baseline font-mono whitespace-nowrap">
              {line.line}
            </Th>
            <Td className="font-mono whitespace-nowrap tabular-nums">{line.versions ?? '–'}</Td>
            <Td className="font-mono whitespace-nowrap tabular-nums">
              <Fixed line={line} />
            </Td>
            <Td className="min-w-48">
              {stateLabel[line.state]}
              {line.reason && <span className="text-muted">: {line.reason}</span>}
              {line.justification && (
                <span className="text-muted">: {justificationLabel[line.justification]}</span>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function Fixed({ line: { fixed, releaseUrl } }: { line: AffectedLine }) {
  if (fixed === null) return <>–</>
  return releaseUrl && /^https?:/i.test(releaseUrl) ? (
    <a href={releaseUrl} rel="nofollow noreferrer" className="text-accent underline">
      {fixed}
    </a>
  ) : (
    <>{fixed}</>
  )
}
