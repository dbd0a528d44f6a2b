import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { cases, caseWords, isTelling, projects, reports } from '@/db/schema'
import { likeness } from '@/domain/cases/similar'
import type { Stage } from '@/domain/cases/stage'
import { neutralTitle } from '@/domain/encryption/armored-message'
import { signsOf } from '@/domain/search/signs'
import { wordsOf } from '@/domain/search/words'
import type { Context } from '@/server/kernel/context'
import { query } from '@/server/kernel/query'
import { reportContent } from '@/server/reports/report-content'
import { reportTexts } from '@/server/search/index-case'
import { clearText, hashArray, wordHash } from '@/server/search/word-index'
import { titleOf } from './case-title'
import { caseName, loadCase, type FoundCase } from './load-case'
import { openCaseTitle } from './open-case-title'
import { casesInScope } from './scope'

/** A case that may be about the same vulnerability, and what speaks for it. */
export interface SimilarCase {
  reference: string
  title: string
  stage: Stage
  project: string
  isSameProject: boolean
  titleWords: string[]
  signs: string[]
  cwes: string[]
}

/** A word that stands in so many texts leads nowhere: it counts, but nothing is looked for by it alone. */
const tooCommon = 200
/** More than this many that share a word are not looked at; those that share most come first. */
const mostCandidates = 200
const mostShown = 5

/**
 * Cases that may repeat this one, or the other way round, the likeliest first: by the words of the title, by names in stack traces, and by
 * the weakness. Only among what the actor may see; what is linked with this one already is left out.
 */
export const similarCases = query({
  name: 'cases.similar',
  input: z.object({ case: caseName }),
  may: 'view_case',
  load: (context, input) => loadCase(context, input.case),
  run: async (context, _input, found): Promise<SimilarCase[]> => {
    const own = await ownWords(context, found)
    const candidates = await sharing(context, found, own)
    return candidates
      .map((row) => {
        const common = {
          titleWords: row.titles.flatMap((hash) => own.title.get(hash) ?? []),
          signs: row.signs.flatMap((hash) => own.signs.get(hash) ?? []),
          cwes: row.cwes.filter((cwe) => own.cwes.has(cwe)),
        }
        const rank = likeness({ ...common, ownTitle: own.title.size, otherTitle: row.titleSize })
        return { row, common, rank }
      })
      .filter(({ rank }) => rank !== null)
      .sort((a, b) => (b.rank ?? 0) - (a.rank ?? 0) || (a.row.receivedAt < b.row.receivedAt ? -1 : 1))
      .slice(0, mostShown)
      .map(({ row, common }) => ({
        reference: row.reference,
        title: openCaseTitle(row),
        stage: row.stage,
        project: row.project,
        isSameProject: row.projectId === found.case.projectId,
        ...common,
      }))
  },
})

/** What one looks for, by its hash: the words are known here, since the case may be read. */
interface OwnWords {
  title: ReadonlyMap<string, string>
  signs: ReadonlyMap<string, string>
  cwes: ReadonlySet<string>
}

async function ownWords({ tx }: Context, found: FoundCase): Promise<OwnWords> {
  const sent = await tx.select().from(reports).where(eq(reports.caseId, found.case.id))
  const texts = sent.flatMap((report) => reportTexts(reportContent(found.vault, report)))
  const title = titleOf(found)
  const signs = signsOf(clearText([title, ...texts]))
  const mentioned = signs.filter((sign) => sign.startsWith('cwe-')).map((sign) => sign.toUpperCase())
  const byHash = (words: readonly string[]) => new Map(words.map((word) => [wordHash(word).toString(), word]))
  return {
    title: byHash(title === neutralTitle ? [] : wordsOf(title)),
    signs: byHash(signs),
    cwes: new Set([...found.case.cwes, ...mentioned]),
  }
}

/** Cases that share a word of the title or a sign, with the hashes they share. */
async function sharing(context: Context, { case: row }: FoundCase, own: OwnWords) {
  const { tx, actor } = context
  const hashes = (words: ReadonlyMap<string, string>) => hashArray([...words.keys()].map(BigInt))
  const shared = (source: 'title' | 'signs', mine: ReadonlyMap<string, string>) =>
    sql<
      string[]
    >`coalesce(array_agg(distinct word::text) filter (where ${caseWords.source} = ${source} and word = any (${hashes(mine)})), '{}')`
  const leads = await leadsAmong(context, [...own.title.keys(), ...own.signs.keys()])
  if (leads.length === 0) return []
  const titles = shared('title', own.title)
  const signs = shared('signs', own.signs)
  return tx
    .select({
      id: cases.id,
      wrappedKey: cases.wrappedKey,
      title: cases.title,
      reference: cases.reference,
      projectId: cases.projectId,
      project: projects.name,
      stage: cases.stage,
      cwes: cases.cwes,
      receivedAt: cases.receivedAt,
      titles,
      signs,
      titleSize: sql<number>`count(distinct word) filter (where ${caseWords.source} = 'title')::int`,
    })
    .from(cases)
    .innerJoin(caseWords, eq(caseWords.caseId, cases.id))
    .innerJoin(projects, eq(projects.id, cases.projectId))
    .innerJoin(sql`lateral unnest(${caseWords.words}) as word`, sql`true`)
    .where(
      and(
        casesInScope(actor),
        inArray(
          cases.id,
          tx
            .select({ id: caseWords.caseId })
            .from(caseWords)
            .where(and(isTelling(caseWords.source), sql`${caseWords.words} && ${hashArray(leads)}`)),
        ),
        isTelling(caseWords.source),
        ne(cases.id, row.id),
        sql`${cases.resolution} is distinct from 'spam'`,
        row.duplicateOf === null ? undefined : ne(cases.id, row.duplicateOf),
        or(isNull(cases.duplicateOf), ne(cases.duplicateOf, row.id)),
      ),
    )
    .groupBy(cases.id, projects.name)
    .orderBy(sql`cardinality(${titles}) + cardinality(${signs}) desc`, cases.id)
    .limit(mostCandidates)
}

/** Of the words looked for those that are rare enough to lead to few cases: what is read stays small, however many cases there are. */
async function leadsAmong({ tx }: Context, hashes: readonly string[]): Promise<bigint[]> {
  const { rows } = await tx.execute<{ hash: string }>(sql`
    select word::text as hash from unnest(${hashArray(hashes.map(BigInt))}) as word
    where (select count(*) from (
      select from ${caseWords} where ${isTelling(caseWords.source)} and ${caseWords.words} @> array[word]
      limit ${tooCommon}) as texts) < ${tooCommon}`)
  return rows.map(({ hash }) => BigInt(hash))
}
