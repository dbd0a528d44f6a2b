import { pageLanguage } from '@/components/shell/page-language'
import type { OwnFile } from '@/server/reports/own-conversation'
import { fileSize } from './file-size'

/** The reporter's own files, to be saved. */
export async function FileList({ files }: { files: readonly OwnFile[] }) {
  if (files.length === 0) return null
  const { t, ui } = await pageLanguage()
  return (
    <ul aria-label={t('conversation.attached')} className="grid gap-1">
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a href={`/report/files/${id}`} className="wrap-anywhere text-accent underline">
            {name}
          </a>{' '}
          <span className="text-sm text-muted">{fileSize(sizeBytes, ui.locale)}</span>
        </li>
      ))}
    </ul>
  )
}
