import type { CaseEvent } from '@/domain/cases/case-event'
import { turnOf, type Turn } from '@/domain/cases/conversation'
import { addresseeOf, type Addressee, type KnownKey } from '@/domain/encryption/addressee'
import { unreadableSince } from '@/domain/encryption/resend'
import { severalVulnerabilities, type SplitSign } from '@/domain/reports/several-vulnerabilities'
import { isDraftShared } from '@/domain/advisories/shared-draft'
import { isWithdrawn } from '@/domain/reports/withdraw'
import type { Instant } from '@/lib/instant'
import { reportContact, reportContent, type ReportContent } from '@/server/reports/report-content'
import { statedTerms, type StatedTerms } from '@/server/reports/stated-terms'
import type { NameOf } from './case-view-names'
import type { CaseRows, MessageRow } from './case-view-rows'
import type { FoundCase } from './load-case'
import { bodyPlace } from './store-message'

export interface FileView {
  id: string
  name: string
  sizeBytes: number
  /** What the content itself says it is; null: nothing known. */
  sniffedType: string | null
}

/** That something arrived as an OpenPGP message, and for whom it was made. */
export interface EncryptedView {
  addressee: Addressee
}

/** A report word for word, with the reporter's own terms. */
export interface ReportView {
  id: string
  channel: string
  receivedAt: Instant
  content: ReportContent
  /** null: only through the receipt. */
  contact: { name: string | null; email: string | null } | null
  disclosureAt: Instant | null
  disclosureTimeZone: string | null
  timeZone: string
  files: FileView[]
  turn: Turn
  /** null: the description is in clear. */
  encrypted: EncryptedView | null
  /** Since when the reporter is asked to send again what could not be decrypted; null: nothing is asked. */
  unreadableSince: Instant | null
  /** Signs that it holds several vulnerabilities; empty once it was split. */
  splitSigns: SplitSign[]
  /** The terms as they stand now; the report keeps the words it came with. */
  terms: StatedTerms
  isDraftShared: boolean
  isWithdrawn: boolean
  /** Whether the address gets a mail when there is news. */
  newsByMail: boolean
}

/** One message; a `note` is read by the team only. */
export interface MessageView {
  id: string
  kind: MessageRow['kind']
  /** null: an internal note. */
  reportId: string | null
  /** null: the desk itself wrote it. */
  author: string | null
  body: string
  sentAt: Instant
  files: FileView[]
  /** null: the body is in clear. */
  encrypted: EncryptedView | null
  /** A reporter’s comment on this version of the draft; null: on nothing in particular. */
  draftVersion: number | null
}

const fileOf = ({ vault }: FoundCase, file: CaseRows['files'][number]): FileView => ({
  id: file.id,
  name: vault.open({ table: 'attachments', row: file.id, column: 'name' }, file.name),
  sizeBytes: file.sizeBytes,
  sniffedType: file.sniffedType,
})

const encryptedView = (
  keyIds: readonly string[] | null,
  at: Instant,
  keys: readonly KnownKey[],
): EncryptedView | null => keyIds && { addressee: addresseeOf(keyIds, keys, at) }

/** The reports that lead to the case, the one that opened it first. */
export const reportsView = (found: FoundCase, { record, files, keys }: CaseRows): ReportView[] =>
  record.reports.map((report) => ({
    id: report.id,
    channel: report.channel,
    receivedAt: report.receivedAt,
    content: reportContent(found.vault, report),
    contact: reportContact(found.vault, report),
    disclosureAt: report.disclosureAt,
    disclosureTimeZone: report.disclosureTimeZone,
    timeZone: report.timeZone,
    files: files
      .filter((file) => file.reportId === report.id && file.messageId === null)
      .map((file) => fileOf(found, file)),
    turn: turnOf(record.events, report.id),
    encrypted: encryptedView(report.encryptedTo, report.receivedAt, keys),
    unreadableSince: unreadableSince(record.events, report.id),
    splitSigns: isSplit(record.events, report.id) ? [] : splitSigns(found, report),
    terms: statedTerms(found.vault, report),
    isDraftShared: isDraftShared(record.events, report.id),
    isWithdrawn: isWithdrawn(record.events, report.id),
    newsByMail: report.newsByMail,
  }))

const isSplit = (events: readonly CaseEvent[], reportId: string): boolean =>
  events.some(
    (event) =>
      (event.type === 'split_into' || event.type === 'split_off') && event.data.reportId === reportId,
  )

function splitSigns(found: FoundCase, report: CaseRows['record']['reports'][number]): SplitSign[] {
  const { title, description, impact } = reportContent(found.vault, report)
  return severalVulnerabilities([title, description, impact].join('\n'))
}

/** The conversation and the notes, oldest first; of one instant, in the order in which they were recorded. */
export const messagesView = (
  found: FoundCase,
  { messages, files, history, keys }: CaseRows,
  nameOf: NameOf,
): MessageView[] => {
  const positions = new Map(history.map(({ data, position }) => [data.messageId, position]))
  const inOrder = messages.toSorted(
    (a, b) =>
      (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0) ||
      (positions.get(a.id) ?? history.length) - (positions.get(b.id) ?? history.length),
  )
  return inOrder.map((message) => ({
    id: message.id,
    kind: message.kind,
    reportId: message.reportId,
    author:
      message.kind === 'notice'
        ? null
        : message.authorId === null
          ? 'The reporter'
          : nameOf(message.authorId),
    body: found.vault.open(bodyPlace(message.id), message.body),
    sentAt: message.sentAt,
    draftVersion: message.draftVersion,
    files: files.filter((file) => file.messageId === message.id).map((file) => fileOf(found, file)),
    encrypted: encryptedView(message.encryptedTo, message.sentAt, keys),
  }))
}
