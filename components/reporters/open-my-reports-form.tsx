'use client'

import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Catalogue } from '@/domain/languages/en'
import { openMyReportsAction } from '@/server/reporters/actions'

type Props = { words: Pick<Catalogue['myReports'], 'openList' | 'opening'> }

/** Uses the mailed link. It takes a press, because mail scanners open links too and this one works once. */
export function OpenMyReportsForm({ words }: Props) {
  return (
    <ActionForm id="open-my-reports" action={openMyReportsAction}>
      <SubmitButton pendingLabel={words.opening}>{words.openList}</SubmitButton>
    </ActionForm>
  )
}
