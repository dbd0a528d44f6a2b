'use client'

import { Callout } from '@/components/ui/callout'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { stopNewsAction } from '@/server/reports/actions'

type Props = { stopKey: string; words: Pick<Catalogue['noMail'], 'stop' | 'stopped'> }

/** Ends the mails about one report. */
export function StopNewsForm({ stopKey, words }: Props) {
  return (
    <ActionForm id="no-mail" action={stopNewsAction} hidden={{ key: stopKey }}>
      {(state) =>
        state.status === 'done' ? (
          <div role="status">
            <Callout kind="success" title={words.stopped} />
          </div>
        ) : (
          <SubmitButton>{words.stop}</SubmitButton>
        )
      }
    </ActionForm>
  )
}
