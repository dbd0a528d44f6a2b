'use client'

import { lazy, type ReactNode } from 'react'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { KeyToUse } from '@/components/encryption/encrypt-form'
import type { Catalogue } from '@/domain/languages/en'
import { idleForm } from '@/lib/form-state'
import { submitReportAction } from '@/server/reports/actions'
import { CheckingNote } from './checking-note'
import { sendFromBrowser } from './send-from-browser'
import { ReportDraft } from './report-draft'
import { ViewerZoneField } from './viewer-zone-field'

type Props = {
  project: string
  /** The random key of this form: sent twice, it is one report. */
  submission: string
  findReportUrl: string
  /** The keys of the team; empty: it has none. */
  keys: readonly KeyToUse[]
  /** Said while the project takes no reports; null: it does. What was typed before stays below it. */
  paused: ReactNode
  words: { form: Catalogue['reportForm']; receipt: Catalogue['receipt']; sending: Catalogue['sending'] }
  /** The fields, drawn by the server. */
  children: ReactNode
}

/** What goes into an encrypted report, under headings for the team; terms, boxes and contact stay readable. */
const encryptable = {
  textField: 'description',
  headings: {
    title: 'Title',
    description: 'Description',
    impact: 'Impact',
    reproduction: 'Steps',
    suggestedFix: 'How it could be fixed',
    affectedVersions: 'Affected versions',
    toldOthers: 'Whom else they told',
  },
} as const

/** Fetched on its own, as most of it is needed for nothing else here. Before the form leaves, so that no lost connection hides the receipt. */
const fetchReceiptCard = async () => ({ default: (await import('./receipt-card')).ReceiptCard })
const ReceiptCard = lazy(fetchReceiptCard)

/** The whole report form; once it is sent, the receipt takes its place. */
export function ReportForm({ project, submission, findReportUrl, keys, words, paused, children }: Props) {
  return (
    <ActionForm
      id="report"
      action={submitReportAction}
      hidden={{ project, submission }}
      send={async (form, { progress }) => {
        await fetchReceiptCard()
        return sendFromBrowser(form, {
          action: (sent) => submitReportAction(idleForm(), sent),
          uploadTo: `/projects/${project}/report/files`,
          progress,
          encrypt: encryptable,
          keys,
          challengeFrom: `/api/v1/projects/${project}/challenge`,
          words: words.sending,
        })
      }}
    >
      {(state) =>
        state.status === 'done' && state.data ? (
          <ReceiptCard
            receipt={state.data}
            project={project}
            findReportUrl={findReportUrl}
            words={words.receipt}
          />
        ) : paused && state.status === 'idle' ? (
          paused
        ) : (
          <div className="grid gap-10">
            {paused}
            <ViewerZoneField />
            {children}
            <div className="grid gap-3">
              <ReportDraft project={project} words={words.form} />
              <SubmitButton pendingLabel={words.form.sending}>{words.form.send}</SubmitButton>
              <CheckingNote said={words.form.checking} />
            </div>
          </div>
        )
      }
    </ActionForm>
  )
}
