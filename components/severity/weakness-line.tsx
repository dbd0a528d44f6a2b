import { usageLabel, usageWarning, type Weakness } from '@/domain/severity/weakness'

type Props = { id: string; weakness: Weakness | null | undefined }

/** A weakness with its name and what MITRE advises on using it; warns of what should not be chosen lightly. */
export function WeaknessLine({ id, weakness }: Props) {
  if (weakness === undefined) return <p className="font-mono text-sm">{id}</p>
  if (weakness === null)
    return (
      <p className="text-sm">
        <span className="font-mono">{id}</span>{' '}
        <span className="text-due-soon">⚠ The catalogue here has no such entry. Is the number right?</span>
      </p>
    )
  const warning = usageWarning[weakness.usage]
  return (
    <p className="text-sm">
      <span className="font-mono">{id}</span> {weakness.name}{' '}
      <span className="text-muted">
        ({weakness.abstraction}, {usageLabel[weakness.usage].toLowerCase()})
      </span>
      {warning && (
        <span className={weakness.usage === 'prohibited' ? 'block text-danger' : 'block text-due-soon'}>
          ⚠ {warning}
        </span>
      )}
    </p>
  )
}
