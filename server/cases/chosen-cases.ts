import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { cases, people } from '@/db/schema'
import { mostChosen } from '@/domain/cases/change-many'
import { stageLabel } from '@/domain/cases/stage-label'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { caseName } from './load-case'
import { openCaseTitle } from './open-case-title'
import { casesInScope } from './scope'

/** A case among those that are changed together. */
export interface Chosen {
  reference: string
  title: string
  stage: string
  handler: { id: string; name: string } | null
}

/** The chosen cases as they stand; those that are not there for this person are left out. */
export const chosenCases = query({
  name: 'cases.chosen',
  input: z.object({
    references: z.array(caseName).max(mostChosen, `Choose ${mostChosen} cases at most.`),
  }),
  may: 'list_cases',
  load: loadOwnAccount,
  run: async ({ tx, actor }, { references }): Promise<Chosen[]> => {
    const rows = await tx
      .select({
        id: cases.id,
        reference: cases.reference,
        title: cases.title,
        wrappedKey: cases.wrappedKey,
        stage: cases.stage,
        handlerId: cases.handlerId,
        handlerName: people.name,
      })
      .from(cases)
      .leftJoin(people, eq(people.id, cases.handlerId))
      .where(and(inArray(cases.reference, references), casesInScope(actor)))
      .orderBy(asc(cases.reference))
    return rows.map((row) => ({
      reference: row.reference,
      title: openCaseTitle(row),
      stage: stageLabel[row.stage],
      handler: row.handlerId === null ? null : { id: row.handlerId, name: row.handlerName ?? '' },
    }))
  },
})
