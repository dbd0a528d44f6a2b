import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reports } from '@/db/schema'
import { optionalShortText } from '@/lib/text'
import { tellReporter } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { invalid } from '@/server/kernel/problem'
import { reportContact, sealContact } from './report-content'
import { reporterCommand } from './reporter-command'

/** The reporter chooses whether a mail tells them of news, and where to. An address that was left before is told of the change. */
export const chooseNews = reporterCommand({
  name: 'reporters.chooseNews',
  input: {
    newsByMail: z.enum(['yes', 'no'], { error: 'Choose whether you want a mail.' }),
    address: optionalShortText(254).pipe(
      z.email('This is no mail address. Write one like name@example.org, or leave it empty.').nullable(),
    ),
  },
  may: 'choose_news',
  run: async (context, { newsByMail, address }, found) => {
    const { report, vault } = found
    const before = reportContact(vault, report)
    const email = address ?? before?.email ?? null
    const byMail = newsByMail === 'yes'
    if (byMail && email === null) throw invalid({ address: ['Write the address that gets the mails.'] })
    const isMoved = email !== (before?.email ?? null)
    if (!isMoved && byMail === report.newsByMail) return
    const contact = sealContact(vault, report.id, { contactName: before?.name ?? null, contactEmail: email })
    const [now] = await context.tx
      .update(reports)
      .set({ newsByMail: byMail, ...(isMoved ? contact : {}) })
      .where(eq(reports.id, report.id))
      .returning()
    await recordCaseEvent(context, found, 'news_chosen', { reportId: report.id, byMail })
    if (isMoved) await tellReporter(context, found, report, 'news_moved')
    if (now && byMail) await tellReporter(context, found, now, 'news_on')
  },
})
