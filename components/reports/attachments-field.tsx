'use client'

import { useContext } from 'react'
import { FormContext } from '@/components/ui/form-context'
import { TextInput } from '@/components/ui/text-input'

export type FileLimits = { files: number; bytesEach: number }

/** Files to send along, with the limits said beforehand. A browser without scripts empties it with every answer. */
export function AttachmentsField({ limits, hint }: { limits: FileLimits; hint?: string }) {
  const { status } = useContext(FormContext).state
  const isBack = status === 'invalid' || status === 'failed'
  return (
    <div className="grid gap-1">
      <TextInput
        name="attachments"
        label="Files"
        optional
        type="file"
        multiple
        hint={`${hint ? `${hint} ` : ''}At most ${limits.files} files of ${Math.floor(limits.bytesEach / 1024 / 1024)} MB each.`}
      />
      {isBack && (
        <p className="hidden text-sm font-medium text-danger noscript:block">
          Browsers do not send files twice by themselves: if you had attached any, attach them again.
        </p>
      )}
    </div>
  )
}
