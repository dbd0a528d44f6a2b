'use client'

import { useContext, useEffect, useRef, useState, type ComponentType } from 'react'
import { FormContext } from '@/components/ui/form-context'
import { TextInput } from '@/components/ui/text-input'
import type { AttachmentsDrop } from './attachments-drop'

export type FileLimits = { files: number; bytesEach: number }

/**
 * Files to send along, with the limits said beforehand. A browser without scripts empties it with every answer; with them, what else
 * it can do (dropping, removing, progress) is loaded once the page is there.
 */
export function AttachmentsField({ limits, hint }: { limits: FileLimits; hint?: string }) {
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
        label="Files"
        optional
        type="file"
        multiple
        hint={`${hint ? `${hint} ` : ''}At most ${limits.files} files of ${Math.floor(limits.bytesEach / 1024 / 1024)} MB each.`}
      />
      {Drop && <Drop place={place} limits={limits} progress={progress} />}
      {isBack && (
        <p className="hidden text-sm font-medium text-danger noscript:block">
          Browsers do not send files twice by themselves: if you had attached any, attach them again.
        </p>
      )}
    </div>
  )
}
