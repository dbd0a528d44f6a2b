'use client'

import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

type Props = { lockedBecause?: string; isRead: boolean }

/** Where a written policy is pasted, or its file chosen. */
export function ImportText({ lockedBecause, isRead }: Props) {
  return (
    <Section title="The text" note="Markdown or plain text, 64 kB at most. It is read here and sent nowhere.">
      <div className="grid max-w-3xl gap-4">
        <TextArea
          name="text"
          label="Policy as written"
          rows={isRead ? 6 : 14}
          mono
          className="max-h-96 [field-sizing:fixed]"
          disabled={lockedBecause !== undefined}
        />
        <TextInput
          name="file"
          label="Or its file"
          type="file"
          accept=".md,.markdown,.txt,.rst,.adoc,text/*"
          optional
          disabled={lockedBecause !== undefined}
        />
        <SubmitButton
          name="step"
          value="read"
          variant={isRead ? 'secondary' : 'primary'}
          pendingLabel="Reading…"
          disabledReason={lockedBecause}
        >
          {isRead ? 'Read it again' : 'Read it'}
        </SubmitButton>
      </div>
    </Section>
  )
}
