import { linkHours } from './reporter-link'

/** The mail that opens a reporter's place; the same for every address. */
export const myReportsMail = (url: string): { subject: string; body: string } => ({
  subject: 'Your link to your reports',
  body: [
    'Somebody, most likely you, asked for a link to a page that keeps the receipts of several reports.',
    `It works once, for ${linkHours} hours:`,
    url,
    'The page lists only reports whose receipts were entered there. If it was not you, do nothing.',
  ].join('\n\n'),
})

/** The mail that replaces lost receipts: where and when each report was sent, and nothing of what it says. */
export const newReceiptMail = (
  links: readonly { project: string; day: string; url: string }[],
): { subject: string; body: string } => ({
  subject: 'A way back to your report',
  body: [
    'Somebody, most likely you, lost a receipt and gave this address, which was left with a report.',
    `Each link works once, for ${linkHours} hours, and makes a new receipt. The old one then opens nothing any more.`,
    ...links.map(({ project, day, url }) => `Report to ${project}, received on ${day}:\n${url}`),
    'If it was not you, do nothing: the old receipt stays as it is.',
  ].join('\n\n'),
})
