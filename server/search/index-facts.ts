import { eq, sql } from 'drizzle-orm'
import { advisories, cases, caseTags, caseWords, lineStatuses, people, tags } from '@/db/schema'
import { statement } from '@/db/statement'
import { wordsOf } from '@/domain/search/words'
import type { Context } from '@/server/kernel/context'
import { putWords, wordHash, type WordSource } from './word-index'

const kept = (source: WordSource) =>
  sql<
    string[] | null
  >`(select ${caseWords.words}::text[] from ${caseWords} where ${caseWords.item} = ${cases.id} and ${caseWords.source} = ${sql.raw(`'${source}'`)})`

const factsOfCase = statement('facts_of_case', (tx) =>
  tx
    .select({
      handler: people.name,
      cwes: cases.cwes,
      versions: sql<
        string[]
      >`array(select distinct named from ${lineStatuses}, unnest(array[${lineStatuses.introducedIn}, ${lineStatuses.releasedVersion}]) as named
        where ${lineStatuses.caseId} = ${cases.id} and named is not null)`,
      publicId: sql<
        string | null
      >`(select ${advisories.publicId} from ${advisories} where ${advisories.caseId} = ${cases.id})`,
      tagWords: sql<
        string[]
      >`array(select unnest(${tags.words})::text from ${tags} join ${caseTags} on ${caseTags.tagId} = ${tags.id} where ${caseTags.caseId} = ${cases.id})`,
      keptHandler: kept('handler'),
      keptFacts: kept('facts'),
    })
    .from(cases)
    .leftJoin(people, eq(people.id, cases.handlerId))
    .where(eq(cases.id, sql.placeholder('caseId'))),
)

/**
 * Makes a case findable by what stands about it in clear: its handler's name, tags, weaknesses, the versions that brought it
 * and that end it, the public id of its advisory. Every change of a case ends here; only what differs from what is kept is written.
 */
export async function indexFacts({ tx }: Pick<Context, 'tx'>, caseId: string): Promise<void> {
  const [row] = await factsOfCase(tx).execute({ caseId })
  if (!row) return
  const facts = wordsOf([...row.cwes, ...row.versions, row.publicId ?? ''].join('\n')).map(wordHash)
  await putChanged(tx, caseId, 'handler', nameHashes(row.handler), row.keptHandler, row.handler !== null)
  await putChanged(tx, caseId, 'facts', [...facts, ...row.tagWords.map(BigInt)], row.keptFacts)
}

/** Makes the cases of a handler findable by their new name. */
export async function indexRenamed(
  { tx }: Pick<Context, 'tx'>,
  personId: string,
  name: string,
): Promise<void> {
  const handled = tx.select({ id: cases.id }).from(cases).where(eq(cases.handlerId, personId))
  await tx
    .update(caseWords)
    .set({ words: nameHashes(name) })
    .where(sql`${caseWords.source} = 'handler' and ${caseWords.item} in ${handled}`)
}

const nameHashes = (name: string | null) => wordsOf(name ?? '').map(wordHash)

async function putChanged(
  tx: Context['tx'],
  caseId: string,
  source: 'handler' | 'facts',
  hashes: readonly bigint[],
  before: readonly string[] | null,
  isThere = false,
): Promise<void> {
  const words = [...new Set(hashes)].sort((a, b) => (a < b ? -1 : 1))
  // A handler whose name has no word to be found by is kept as such: else the case would count as never looked at.
  const isMissing = before === null && (words.length > 0 || isThere)
  if (!isMissing && words.join() === (before ?? []).join()) return
  await putWords(tx, { caseId, source, item: caseId, words })
}
