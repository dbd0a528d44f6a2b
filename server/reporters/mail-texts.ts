import type { Spoken } from '@/domain/languages/spoken'
import { linkHours } from './reporter-link'

/** The mail that opens a reporter's place; the same for every address. */
export const myReportsMail = ({ t }: Spoken, url: string): { subject: string; body: string } => ({
  subject: t('mail.myReports.subject'),
  body: [
    t('mail.myReports.why'),
    t('mail.myReports.once', { hours: linkHours }),
    url,
    t('mail.myReports.note'),
  ].join('\n\n'),
})

/** The mail that replaces lost receipts: where and when each report was sent, and nothing of what it says. */
export const newReceiptMail = (
  { t, day: dayInWords }: Spoken,
  links: readonly { project: string; day: string; url: string }[],
): { subject: string; body: string } => ({
  subject: t('mail.newReceipt.subject'),
  body: [
    t('mail.newReceipt.why'),
    t('mail.newReceipt.once', { hours: linkHours }),
    ...links.map(
      ({ project, day, url }) => `${t('mail.newReceipt.link', { project, day: dayInWords(day) })}\n${url}`,
    ),
    t('mail.newReceipt.note'),
  ].join('\n\n'),
})

/** The answer to a report by mail that was held and is one after all. */
export const releasedReportMail = (
  { t, day: dayInWords }: Spoken,
  { project, day, url }: { project: string; day: string; url: string },
): { subject: string; body: string } => ({
  subject: t('mail.released.subject', { project }),
  body: [
    t('mail.released.arrived', { project, day: dayInWords(day) }),
    t('mail.released.once', { hours: linkHours }),
    url,
    t('mail.released.later'),
  ].join('\n\n'),
})
