'use client'

import { useContext, useEffect, useRef, useState, type ComponentType } from 'react'
import { FormContext } from '@/components/ui/form-context'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
import type { AttachmentsDrop } from './attachments-drop'

export type FileWords = Catalogue['files']
export type FileLimits = { files: number; bytesEach: number }

type Props = { limits: FileLimits; words: FileWords; hint?: string }

/**
 * Files to send along, with the limits said beforehand. A browser without scripts empties it with every answer; with them, what else
 * it can do (dropping, removing, progress) is loaded once the page is there.
 */
export function AttachmentsField({ limits, words, hint }: Props) {
  const { state, progress } = useContext(FormContext)
  const isBack = state.status === 'invalid' || state.status === 'failed'
  const place = useRef<HTMLDivElement>(null)
  const [Drop, setDrop] = useState<ComponentType<Parameters<typeof AttachmentsDrop>[0]> | null>(null)
  useEffect(() => {
    import('./attachments-drop').then(
      (loaded) => setDrop(() => loaded.AttachmentsDrop),
      () => undefined,
    )
  }, [])
  return (
    <div ref={place} className="grid gap-1">
      <TextInput
        name="attachments"
        label={words.label}
        optional
        type="file"
        multiple
        hint={`${hint ? `${hint} ` : ''}${fillIn(words.limits, { files: limits.files, megabytes: Math.floor(limits.bytesEach / 1024 / 1024) })}`}
      />
      {Drop && <Drop place={place} limits={limits} words={words} progress={progress} />}
      {isBack && <p className="hidden text-sm font-medium noscript:block">{words.again}</p>}
    </div>
  )
}
