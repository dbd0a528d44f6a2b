import type { OwnFile } from '@/server/reports/own-conversation'
import { fileSize } from './file-size'

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
          <span className="text-sm text-muted">{fileSize(sizeBytes)}</span>
        </li>
      ))}
    </ul>
  )
}
