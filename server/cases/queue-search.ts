import { and, like, sql, type SQL } from 'drizzle-orm'
import { cases, caseTags, caseWords, tags } from '@/db/schema'
import type { Put } from '@/db/statement'
import { readQuestion } from '@/domain/search/question'
import type { Context } from '@/server/kernel/context'
import { hashArray, wordHash } from '@/server/search/word-index'
import { tagHash } from './tag-rows'

/** What a search asks the database for, and how it is best begun. */
export interface Search {
  /** Hashes of the words, the rarest first; `begun`: the pattern of references that answers one as well. */
  words: { hash: bigint; begun: string | null }[]
  /** A pattern of references, where one was typed and no word. */
  begun: string | null
  /** So few texts hold the rarest word that their cases are read first; else the queue is walked in its order. */
  isRare: boolean
}

/** Reading the cases of so many texts costs about what walking the queue does where words are common. */
const fewTexts = 5_000

/**
 * Reads a search, and asks how many texts hold each of its words. The database cannot know that by itself: of hashes in arrays it
 * keeps no statistics that tell a rare one from a common one, and what is best for the one takes a second for the other.
 */
export async function readSearch({ tx }: Pick<Context, 'tx'>, typed: string): Promise<Search> {
  const { words, beginning, named } = readQuestion(typed)
  const begun = beginning === null ? null : `${literally(beginning)}%`
  const hashes = words.map(wordHash)
  if (hashes.length === 0) return { words: [], begun, isRare: true }
  const counts = [
    ...hashes.map((hash) => sql`select from ${caseWords} where ${holds(hash)}`),
    ...(begun === null ? [] : [sql`select from ${cases} where ${like(cases.reference, begun)}`]),
  ].map((rows) => sql`(select count(*)::int from (${rows} limit ${fewTexts + 1}) as counted)`)
  const { rows } = await tx.execute<{ texts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as texts`,
  )
  const texts = rows[0]?.texts ?? []
  const byRarity = hashes
    .map((hash, index) => {
      const reference = named.get(words[index] ?? '')
      const alone = reference === undefined ? null : literally(reference)
      return { hash, count: texts[index] ?? 0, begun: begun ?? alone }
    })
    .sort((a, b) => a.count - b.count)
  const first = (byRarity[0]?.count ?? 0) + (begun === null ? 0 : (texts[hashes.length] ?? 0))
  return { words: byRarity, begun, isRare: first <= fewTexts }
}

/** As a pattern that fits this text alone. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/**
 * The condition on `cases` that a case answers the search: each word stands somewhere in it, or its reference begins as typed. It says
 * nothing of who may see the case, so it stands beside the scope.
 */
export function answers({ words, begun, isRare }: Search): SQL | undefined {
  const [rarest, ...others] = words
  if (rarest === undefined) return begun === null ? sql`false` : like(cases.reference, begun)
  const held = (isRare ? others : words).map(({ hash, begun: named }) =>
    named === null ? standsIn(hash) : sql`(${like(cases.reference, named)} or ${standsIn(hash)})`,
  )
  if (!isRare) return and(...held)
  const alsoNamed =
    rarest.begun === null
      ? sql``
      : sql` union all select named.id from ${cases} as named where named.reference like ${rarest.begun}`
  // As an array, so that the database begins with these few instead of with all that is there.
  const few = sql`${cases.id} = any(array(select ${caseWords.caseId} from ${caseWords} where ${holds(rarest.hash)}${alsoNamed}))`
  return and(few, ...held)
}

/** Answered by the index of words. */
const holds = (hash: bigint) => sql`${caseWords.words} @> ${hashArray([hash])}`

/** Whether one text of the case holds the word: looked up for one case after the other, never for all (hence the limit). */
const standsIn = (hash: bigint) =>
  sql`(select true from ${caseWords} where ${caseWords.caseId} = ${cases.id} and ${hash.toString()}::bigint = any(${caseWords.words}) limit 1)`

/** The condition on `cases` that they bear a tag of this name, of whichever project. */
export const bears = (label: string, put: Put): SQL =>
  sql`${cases.id} in (select ${caseTags.caseId} from ${caseTags} join ${tags} on ${tags.id} = ${caseTags.tagId} where ${tags.labelHash} = ${put('tag', tagHash(label))})`
