import type { OwnFile } from '@/server/reports/own-conversation'

const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** The reporter's own files, to be saved. */
export function FileList({ files }: { files: readonly OwnFile[] }) {
  if (files.length === 0) return null
  return (
    <ul aria-label="Attached" className="grid gap-1">
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a href={`/report/files/${id}`} className="wrap-anywhere text-accent underline">
            {name}
          </a>{' '}
          <span className="text-sm text-muted">{size(sizeBytes)}</span>
        </li>
      ))}
    </ul>
  )
}
