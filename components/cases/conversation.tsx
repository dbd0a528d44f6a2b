'use client'

import { EmptyState } from '@/components/ui/empty-state'
import type { CaseView } from '@/server/cases/case-view'
import { useCase } from './case-context'
import { Composer } from './composer'
import { MailList } from './mail-list'
import { MessageEntry } from './message-entry'
import { ReportEntry } from './report-entry'

type Entry =
  | { at: string; report: NonNullable<CaseView['reports']>[number] }
  | { at: string; message: CaseView['messages'][number] }

/** The reports, what was said to and by the reporter, and the notes of the team, in the order in which they came. */
export function Conversation() {
  const { view } = useCase()
  const entries: Entry[] = [
    ...(view.reports ?? []).map((report) => ({ at: report.receivedAt, report })),
    ...view.messages.map((message) => ({ at: message.sentAt, message })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 'report' in a ? -1 : 1))
  return (
    <section aria-labelledby="conversation" className="grid gap-4">
      <h2 id="conversation" className="text-[1.25em]/[1.3]">
        Conversation
      </h2>
      {entries.length === 0 ? (
        <EmptyState title="Nothing to read here">
          The conversation of this case is not for your role.
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {entries.map((entry) =>
            'report' in entry ? (
              <li key={entry.report.id}>
                <ReportEntry report={entry.report} isFirst={entry.report.id === view.reports?.[0]?.id} />
              </li>
            ) : (
              <li key={entry.message.id}>
                <MessageEntry message={entry.message} />
              </li>
            ),
          )}
        </ol>
      )}
      <MailList />
      <Composer />
    </section>
  )
}
