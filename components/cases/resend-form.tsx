'use client'

import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { CaseView } from '@/server/cases/case-view'
import { askToResendAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

type Report = NonNullable<CaseView['reports']>[number]

/** “Could not decrypt”: says since when the reporter is asked to send it again, or offers to ask. */
export function ResendForm({ report }: { report: Report }) {
  const { view } = useCase()
  if (report.unreadableSince)
    return (
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="due-soon">Could not decrypt</Badge>
        <span>
          The reporter is asked to send it again,{' '}
          <Time instant={report.unreadableSince} zone={view.policy.timeZone} />
        </span>
      </p>
    )
  return (
    <CaseForm
      id={`resend-${report.id}`}
      action={askToResendAction}
      done="The reporter is asked to send it again."
      hidden={{ report: report.id }}
      className="grid gap-1"
    >
      <div>
        <ActSubmit act="ask_to_resend" variant="secondary" size="small" pendingLabel="Asking…">
          Could not decrypt: ask for it again
        </ActSubmit>
      </div>
      <p className="max-w-prose text-sm text-muted">
        The reporter is told by their open contact, without contents. Your promises keep their start.
      </p>
    </CaseForm>
  )
}
