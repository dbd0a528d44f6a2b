import { and, sql, type SQL } from 'drizzle-orm'
import { insertion } from '@/db/insertion'
import { caseWords, cases } from '@/db/schema'
import { withoutArmor } from '@/domain/encryption/armored-message'
import { queryWords, wordsOf } from '@/domain/search/words'
import type { Context } from '@/server/kernel/context'
import { vault } from '@/server/kernel/vault'

export type WordSource = (typeof caseWords.$inferSelect)['source']

/**
 * A word as the index keeps it: 64 bits of an HMAC under a key derived from the master key. Who has the database alone
 * learns which texts share a word, never which word it is.
 */
export const wordHash = (word: string): bigint =>
  BigInt.asIntN(64, BigInt(`0x${vault().keyedHash('case-words', word).slice(0, 16)}`))

/** The hashes of a question's words. Empty: nothing in it can be searched for. */
export const wordHashes = (question: string): bigint[] => queryWords(question).map(wordHash)

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

const putWords = insertion('put_case_words', caseWords, (insert) =>
  insert.onConflictDoUpdate({
    target: [caseWords.item, caseWords.source],
    set: { words: sql`excluded.words` },
  }),
)

/**
 * The condition on `cases` that all of these words stand somewhere in its texts; it says nothing of who may see them, so it stands
 * beside the scope. Without a word nothing holds it.
 */
export const holdsWords = (hashes: readonly bigint[]): SQL | undefined =>
  hashes.length === 0
    ? sql`false`
    : and(
        ...hashes.map(
          (hash) =>
            sql`${cases.id} in (select ${caseWords.caseId} from ${caseWords} where ${caseWords.words} @> ${hashArray([hash])})`,
        ),
      )

/** Hashes as an array of the database. */
export const hashArray = (hashes: readonly bigint[]): SQL => sql`${`{${hashes.join()}}`}::bigint[]`
