import { sql, type SQL } from 'drizzle-orm'
import { insertion } from '@/db/insertion'
import { caseWords } from '@/db/schema'
import { withoutArmor } from '@/domain/encryption/armored-message'
import { wordsOf } from '@/domain/search/words'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'

export type WordSource = (typeof caseWords.$inferSelect)['source']

/**
 * A word as the index keeps it: 64 bits of an HMAC under a key derived from the master key. Who has the database alone
 * learns which texts share a word, never which word it is.
 */
export const wordHash = (word: string): bigint =>
  BigInt.asIntN(64, BigInt(`0x${vault().keyedHash('case-words', word).slice(0, 16)}`))

/**
 * Makes a text of a case findable, in the transaction that stores it; called again for the same text it replaces what was kept of it.
 * `item` is the id of the row the text stands in. Of an encrypted text nothing is kept.
 */
export async function indexWords(
  context: Pick<Context, 'tx'>,
  caseId: string,
  { source, item }: { source: WordSource; item: string },
  texts: readonly (string | null)[],
): Promise<void> {
  await indexForms(context, caseId, { source, item }, wordsOf(clearText(texts)))
}

/** As `indexWords`, with the words already chosen. */
export async function indexForms(
  { tx }: Pick<Context, 'tx'>,
  caseId: string,
  { source, item }: { source: WordSource; item: string },
  words: readonly string[],
): Promise<void> {
  await putWords(tx, { caseId, source, item, words: words.map(wordHash) })
}

/** What can be read of the texts: armoured messages are left out. */
export const clearText = (texts: readonly (string | null)[]): string =>
  texts.map((text) => withoutArmor(text ?? '')).join('\n')

/** Keeps the words of one text, in place of those kept before. */
export const putWords = insertion('put_case_words', caseWords, (insert) =>
  insert.onConflictDoUpdate({
    target: [caseWords.item, caseWords.source],
    set: { words: sql`excluded.words` },
  }),
)

/** Hashes as an array of the database. */
export const hashArray = (hashes: readonly bigint[]): SQL => sql`${`{${hashes.join()}}`}::bigint[]`
