'use client'

import { DecryptFile } from '@/components/encryption/decrypt-file'
import { classNames } from '@/lib/class-names'
import type { CaseView } from '@/server/cases/case-view'
import { iconClass } from '@/components/ui/icon-class'
import { useCase } from './case-context'
import { fileSize } from '@/components/reports/file-size'

type Files = NonNullable<CaseView['reports']>[number]['files']

const hrefOf = (reference: string, id: string) => `/api/v1/cases/${reference}/attachments/${id}`

/** Files that came with a report or a reply, each as a download; beside the name it was given stands what the content says it is. */
export function FileList({ files }: { files: Files }) {
  const { reference } = useCase().view
  if (files.length === 0) return null
  return (
    <ul className="grid gap-1">
      {files.map((file) => (
        <li
          key={file.id}
          className={classNames(
            'flex min-h-6 flex-wrap items-center gap-1.5 before:size-3.5 before:text-muted',
            iconClass.file,
          )}
        >
          <a href={hrefOf(reference, file.id)} download className="wrap-anywhere text-accent underline">
            {file.name}
          </a>
          <span className="text-sm text-muted">
            {fileSize(file.sizeBytes)} ·{' '}
            {file.sniffedType ? `content: ${file.sniffedType}` : 'content: not recognised'}
          </span>
          {file.sniffedType === 'application/pgp-encrypted' && (
            <DecryptFile href={hrefOf(reference, file.id)} name={file.name} />
          )}
        </li>
      ))}
    </ul>
  )
}
