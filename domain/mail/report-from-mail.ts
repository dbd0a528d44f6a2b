import { reportFormSchema, reportLimits } from '@/domain/reports/report-form'
import { cleanText } from '@/lib/text'
import { fitted } from './fitted'
import { oneLine } from './recipient'

/** What a message gives to a report. */
export interface MailAsReport {
  subject: string
  /** The text, or the armoured message of an encrypted one. */
  text: string
  isEncrypted: boolean
  sender: { name: string; address: string | null }
}

export interface ReportFromMail {
  title: string
  description: string
  contactName: string | null
  contactEmail: string | null
  /** Where the description had to be cut: the whole text, to be attached under that name. */
  rest: { name: string; text: string } | null
}

const { line, body } = reportLimits

const shortened = (text: string, max: number) => {
  const points = [...text]
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`
}

/** A subject that says nothing gives way to the first line of the text. An encrypted mail's text is no title. */
function titleOf({ subject, text, isEncrypted }: MailAsReport): string {
  const said = oneLine(subject)
  if (said !== '') return shortened(said, line)
  if (isEncrypted) return 'Encrypted report by mail'
  const first = text
    .split('\n')
    .map(oneLine)
    .find((one) => one !== '')
  return first ? shortened(first, 100) : 'Report by mail'
}

/**
 * A report made of a mail: its subject and its whole text, word for word, quotes included, since what is quoted or forwarded may be
 * the report itself. An address that cannot be written to is no contact.
 */
export function reportFromMail(mail: MailAsReport): ReportFromMail {
  const name = mail.isEncrypted ? 'message.asc' : 'whole-mail.txt'
  const note = mail.isEncrypted
    ? `[The encrypted message is longer than a report may be. The whole of it is attached: ${name}]`
    : `[The mail goes on. The whole text is attached: ${name}]`
  const { text, isCut } = fitted(mail.text, body, note)
  const email = reportFormSchema.shape.contactEmail.safeParse(mail.sender.address)
  return {
    title: titleOf(mail),
    description: text || '(The mail holds no text.)',
    contactName: shortened(oneLine(mail.sender.name), line) || null,
    contactEmail: email.success ? email.data : null,
    rest: isCut ? { name, text: cleanText(mail.text) } : null,
  }
}
