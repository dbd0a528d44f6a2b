import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { checkbox, shortText } from '@/lib/text'
import { indexTitle } from '@/server/search/index-case'
import { caseCommand } from './case-command'
import { titlePlace } from './case-title'
import { recordCaseEvent } from './record-case-event'

/** Renames the case. The report keeps the words it came with. */
export const changeTitle = caseCommand({
  name: 'cases.changeTitle',
  input: { title: shortText(200, 'Write one line that says what is wrong.') },
  may: 'edit_title',
  run: async (context, { title }, found) => {
    await context.tx
      .update(cases)
      .set({ title: found.vault.seal(titlePlace(found.case.id), title) })
      .where(eq(cases.id, found.case.id))
    await indexTitle(context, found.case.id, title)
    await recordCaseEvent(context, found, 'title_changed', {})
  },
})

/** A restricted case exists only for the leads and the people on it. */
export const restrictCase = caseCommand({
  name: 'cases.restrict',
  input: { isRestricted: z.union([z.boolean(), checkbox()]) },
  may: 'restrict',
  run: async (context, { isRestricted }, found) => {
    await context.tx.update(cases).set({ isRestricted }).where(eq(cases.id, found.case.id))
    await recordCaseEvent(context, found, 'restriction_changed', { isRestricted })
  },
})
