'use client'

import { useEffect, useState, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/lib/class-names'
import { useUiWords } from '@/components/ui/ui-language'
import { fillIn } from '@/lib/ui-words'
import type { FileLimits, FileWords } from './attachments-field'
import { fileSize } from './file-size'

type Props = {
  /** Where the file field is. */
  place: RefObject<HTMLDivElement | null>
  limits: FileLimits
  words: FileWords
  progress: number | null
}

const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

/** What scripts add to a file field: dropping files on it, choosing several times, a list to remove from, and how far sending is. */
export function AttachmentsDrop({ place, limits, words, progress }: Props) {
  const { locale } = useUiWords()
  const [files, setFiles] = useState<readonly File[]>([])
  const [isOver, setOver] = useState(false)

  useEffect(() => {
    const area = place.current
    const field = area?.querySelector<HTMLInputElement>('input[type=file]')
    if (!area || !field) return
    let held: readonly File[] = []
    const hold = (next: readonly File[]) => {
      held = next
      const transfer = new DataTransfer()
      for (const file of next) transfer.items.add(file)
      field.files = transfer.files
      setFiles(next)
    }
    const add = (more: FileList | null | undefined) =>
      hold([...held, ...[...(more ?? [])].filter((file) => !held.some((one) => isSame(one, file)))])
    const onChange = () => add(field.files)
    const onReset = () => hold([])
    const onRemove = (event: Event) =>
      hold(held.filter((_file, index) => index !== (event as CustomEvent<number>).detail))
    const onDrag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(event.type === 'dragover')
      if (event.type === 'drop') add(event.dataTransfer.files)
    }
    add(field.files)
    field.addEventListener('change', onChange)
    field.form?.addEventListener('reset', onReset)
    area.addEventListener('remove-file', onRemove)
    for (const type of ['dragover', 'dragleave', 'drop'] as const) area.addEventListener(type, onDrag)
    return () => {
      field.removeEventListener('change', onChange)
      field.form?.removeEventListener('reset', onReset)
      area.removeEventListener('remove-file', onRemove)
      for (const type of ['dragover', 'dragleave', 'drop'] as const) area.removeEventListener(type, onDrag)
    }
  }, [place])

  const tooMany = files.length > limits.files
  return (
    <div
      className={classNames(
        'grid gap-2 rounded-md border border-dashed p-3',
        isOver ? 'border-accent bg-accent-soft' : 'border-control',
      )}
    >
      <p className="text-sm text-muted">{words.drop}</p>
      {files.length > 0 && (
        <ul aria-label={words.list} className="grid gap-1">
          {files.map((file, index) => (
            <li
              key={`${file.name} ${file.size} ${file.lastModified}`}
              className="flex flex-wrap items-center gap-2"
            >
              <span className="wrap-anywhere">{file.name}</span>
              <span className="text-sm text-muted">{fileSize(file.size, locale)}</span>
              {file.size > limits.bytesEach && (
                <span className="text-sm font-medium text-danger">
                  ✕ {fillIn(words.tooLarge, { size: fileSize(limits.bytesEach, locale) })}
                </span>
              )}
              <Button
                size="small"
                aria-label={fillIn(words.removeNamed, { name: file.name })}
                onClick={() =>
                  place.current?.dispatchEvent(new CustomEvent('remove-file', { detail: index }))
                }
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p role="status" className={classNames('text-sm font-medium text-danger', !tooMany && 'sr-only')}>
        {tooMany && `✕ ${fillIn(words.tooMany, { count: files.length, limit: limits.files })}`}
      </p>
      {progress !== null && files.length > 0 && (
        <label className="grid gap-1 text-sm text-muted">
          {fillIn(words.sentSoFar, { percent: Math.round(progress * 100) })}
          <progress value={progress} max={1} className="w-full accent-accent" />
        </label>
      )}
    </div>
  )
}
