'use client'

import type { ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitReportAction } from '@/server/reports/actions'
import { ReceiptCard } from './receipt-card'
import { ReportDraft } from './report-draft'
import { ViewerZoneField } from './viewer-zone-field'

type Props = {
  project: string
  /** The random key of this form: sent twice, it is one report. */
  submission: string
  findReportUrl: string
  /** The fields, drawn by the server. */
  children: ReactNode
}

/** The whole report form; once it is sent, the receipt takes its place. */
export function ReportForm({ project, submission, findReportUrl, children }: Props) {
  return (
    <ActionForm id="report" action={submitReportAction} hidden={{ project, submission }}>
      {(state) =>
        state.status === 'done' && state.data ? (
          <ReceiptCard receipt={state.data} project={project} findReportUrl={findReportUrl} />
        ) : (
          <div className="grid gap-10">
            <ViewerZoneField />
            {children}
            <div className="grid gap-3">
              <ReportDraft project={project} />
              <SubmitButton pendingLabel="Sending…">Send the report</SubmitButton>
            </div>
          </div>
        )
      }
    </ActionForm>
  )
}
