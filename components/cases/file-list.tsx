'use client'

import { Paperclip } from 'lucide-react'
import type { CaseView } from '@/server/cases/case-view'
import { useCase } from './case-context'

type Files = NonNullable<CaseView['reports']>[number]['files']

const size = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Files that came with a report or a reply, each as a download. */
export function FileList({ files }: { files: Files }) {
  const { reference } = useCase().view
  if (files.length === 0) return null
  return (
    <ul className="grid gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex min-h-6 items-center gap-1.5">
          <Paperclip aria-hidden="true" className="size-3.5 text-muted" />
          <a
            href={`/api/v1/cases/${reference}/attachments/${file.id}`}
            download
            className="wrap-anywhere text-accent underline"
          >
            {file.name}
          </a>
          <span className="text-sm text-muted">{size(file.sizeBytes)}</span>
        </li>
      ))}
    </ul>
  )
}
