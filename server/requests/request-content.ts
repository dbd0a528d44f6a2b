import type { requests } from '@/db/schema'
import type {
  BackportEvidence,
  PolicySuggestion,
  RequestContact,
  TestingQuestion,
} from '@/domain/requests/request-forms'
import { vault } from '@/server/kernel/vault'

export type RequestRow = typeof requests.$inferSelect

/** What each kind of form held, word for word. A backport request also says which advisory was before its asker. */
export interface ContentOfKind {
  testing: TestingQuestion
  policy: PolicySuggestion
  backport: BackportEvidence & { advisory: string }
}

type Column = 'content' | 'contact' | 'answer'
const place = (row: string, column: Column) => ({ table: 'requests', row, column })

/** Seals a text of a request row; requests belong to no case, so it is the desk's own vault. */
export const sealRequestText = (id: string, column: Column, text: string): Uint8Array =>
  vault().instanceVault.seal(place(id, column), text)

const open = (row: RequestRow, column: Column): string | null =>
  row[column] ? vault().instanceVault.open(place(row.id, column), row[column]) : null

/** What was asked, with its kind. */
export type AskedContent = {
  [Kind in keyof ContentOfKind]: { kind: Kind; content: ContentOfKind[Kind] }
}[keyof ContentOfKind]

/** What was asked, opened. Throws SealBroken. */
export const contentOf = (row: RequestRow): AskedContent =>
  ({ kind: row.kind, content: JSON.parse(open(row, 'content') ?? 'null') }) as AskedContent

/** What a backport request shows so far. */
export const backportContentOf = (row: RequestRow): ContentOfKind['backport'] =>
  contentOf(row).content as ContentOfKind['backport']

/** How to reach whoever asked; null: only through the receipt. */
export function contactOf(row: RequestRow): { name: string | null; email: string | null } | null {
  const text = open(row, 'contact')
  if (text === null) return null
  const contact = JSON.parse(text) as RequestContact
  return { name: contact.contactName, email: contact.contactEmail }
}

/** The conditions or the reason that came with the answer. */
export const answerOfRequest = (row: RequestRow): string | null => open(row, 'answer')
