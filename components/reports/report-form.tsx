'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import { submitReportAction } from '@/server/reports/actions'
import type { FileLimits } from './attachments-field'
import { ReceiptCard } from './receipt-card'
import { ReportDraft } from './report-draft'
import {
  Finding,
  Reaching,
  Reproducing,
  Terms,
  Versions,
  WhatItDoes,
  type ReportLimits,
} from './report-fields'
import { ViewerZoneField } from './viewer-zone-field'

type Props = {
  project: string
  /** The random key of this form: sent twice, it is one report. */
  submission: string
  limits: ReportLimits
  fileLimits: FileLimits
  isImpactNeeded: boolean
  isContactWanted: boolean
  findReportUrl: string
}

/** The whole report form; once it is sent, the receipt takes its place. */
export function ReportForm({ project, submission, limits, fileLimits, findReportUrl, ...needs }: Props) {
  return (
    <ActionForm id="report" action={submitReportAction} hidden={{ project, submission }}>
      {(state) =>
        state.status === 'done' && state.data ? (
          <ReceiptCard receipt={state.data} project={project} findReportUrl={findReportUrl} />
        ) : (
          <div className="grid gap-10">
            <ViewerZoneField />
            <Section title="What you found">
              <Finding limits={limits} />
            </Section>
            <Section title="What it does">
              <WhatItDoes limits={limits} isNeeded={needs.isImpactNeeded} />
            </Section>
            <Section title="How to reproduce it">
              <Reproducing limits={limits} fileLimits={fileLimits} />
            </Section>
            <Section title="Versions">
              <Versions />
            </Section>
            <Section title="Your terms">
              <Terms />
            </Section>
            <Section title="How to reach you">
              <Reaching isWanted={needs.isContactWanted} />
            </Section>
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
