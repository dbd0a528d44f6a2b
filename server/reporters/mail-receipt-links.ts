import { and, desc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { projects, reports } from '@/db/schema'
import { languageField } from '@/domain/languages/language-field'
import { spoken } from '@/domain/languages/spoken'
import { mailAddress } from '@/domain/people/mail-address'
import { command } from '@/server/kernel/command'
import { recipientHash } from '@/server/mail/mail-text'
import { sendMail } from '@/server/mail/send-mail'
import { loadInstance } from '@/server/people/load-account'
import { newReceiptMail } from './mail-texts'
import { newReporterLink } from './reporter-link'

/** More would be a mail nobody reads; older ones are asked for again once these are found. */
const mostReports = 10

/** Mails a way back to the reports that were left with this address as their contact, to that address only; says nothing either way. */
export const mailReceiptLinks = command({
  name: 'reporters.mailReceiptLinks',
  input: z.object({ address: mailAddress, language: languageField }),
  may: 'come_in',
  load: loadInstance,
  run: async (context, { address, language }): Promise<null> => {
    const addressHash = recipientHash(address)
    const left = await context.tx
      .select({ id: reports.id, receivedAt: reports.receivedAt, project: projects.name })
      .from(reports)
      .innerJoin(projects, eq(projects.id, reports.projectId))
      .where(and(eq(reports.contactHash, addressHash), isNull(reports.splitFrom)))
      .orderBy(desc(reports.receivedAt))
      .limit(mostReports)
    const links = []
    for (const { id, receivedAt, project } of left) {
      const link = await newReporterLink(context, { purpose: 'new_receipt', addressHash, reportId: id })
      links.push({ project, day: receivedAt.slice(0, 10), ...link })
    }
    const [first] = links
    if (first)
      await sendMail(context, {
        occasion: `new-receipt:${first.tokenHash}`,
        recipient: { name: '', address },
        ...newReceiptMail(spoken(language), links),
      })
    return null
  },
})
