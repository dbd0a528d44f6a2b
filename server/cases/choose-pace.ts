import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { casePaces } from '@/db/schema'
import { paceFields, recommendedPace } from '@/domain/severity/ssvc'
import { conflict } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'
import { openPace, paceOf, pacePlace } from './pace-record'

/** Answers the supplier's questions of SSVC; the pace they recommend is derived wherever it is shown. */
export const choosePace = caseCommand({
  name: 'cases.choosePace',
  input: {
    ...paceFields,
    /** The version of the answers one saw; 0: none. Somebody else's newer ones are a conflict. */
    seenPace: z.coerce.number().int().min(0).default(0),
  },
  may: 'classify_severity',
  run: async (context, { seenPace, case: _named, ...answers }, found) => {
    const current = await paceOf(context, found.case.id)
    if ((current?.version ?? 0) !== seenPace)
      throw conflict(
        'Somebody else answered meanwhile. Compare, and send yours again if they should stand.',
        current && openPace(found, current),
      )
    const row = {
      answers: found.vault.seal(pacePlace(found.case.id), JSON.stringify(answers)),
      decidedBy: actingPerson(context.actor).personId,
      decidedAt: context.now,
      version: seenPace + 1,
    }
    if (current)
      await context.tx
        .update(casePaces)
        .set(row)
        .where(and(eq(casePaces.caseId, found.case.id), eq(casePaces.version, seenPace)))
    else await context.tx.insert(casePaces).values({ caseId: found.case.id, ...row })
    const pace = recommendedPace(answers)
    await recordCaseEvent(context, found, 'pace_chosen', { pace })
    return { pace, version: row.version }
  },
})
