import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { advisories } from '@/db/schema'
import { overrideGrounds } from '@/domain/cases/case-event'
import { overrideGates as override } from '@/domain/embargo/override'
import { optionalLongText } from '@/lib/text'
import { actingPerson } from '@/server/cases/acting-person'
import { caseCommand } from '@/server/cases/case-command'
import { loadCaseRecord } from '@/server/cases/case-record'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { allowedBy, invalid, refused } from '@/server/kernel/problem'
import { gatesOfCase, needAdvisory } from './advisory-record'
import { suspendIfGatesClose } from './publish-advisory'

/** A lead steps over the gates that are unmet now, and over no other. Who and why stay on the timeline. */
export const overrideGates = caseCommand({
  name: 'advisories.overrideGates',
  input: {
    ground: z.enum(overrideGrounds, { error: 'Pick a reason from the list.' }),
    text: optionalLongText(4000),
  },
  may: 'override_gates',
  run: async (context, { ground, text }, found) => {
    if (found.case.announcedAt !== null) throw refused('The advisory is published already.')
    if (ground === 'other' && text === null)
      throw invalid({ text: ['Write the reason. It stays on the timeline.'] })
    const advisory = await needAdvisory(context, found)
    const record = await loadCaseRecord(context, found)
    const unmet = (await gatesOfCase(context, found, record, advisory)).filter((gate) => !gate.isMet)
    const decided = allowedBy(override({ ground, text }, unmet))
    const { row } = advisory
    await context.tx
      .update(advisories)
      .set({
        overrideGround: decided.ground,
        overriddenGates: [...decided.gates],
        overrideReason:
          text === null
            ? null
            : found.vault.seal({ table: 'advisories', row: row.id, column: 'overrideReason' }, text),
        overriddenBy: actingPerson(context.actor).personId,
        overriddenAt: context.now,
      })
      .where(eq(advisories.id, row.id))
    await recordCaseEvent(context, found, 'gates_overridden', { ground, openGates: [...decided.gates] }, text)
    return { gates: [...decided.gates] }
  },
})

/** Takes an override back: the gates hold again, and a schedule that needed it is suspended at once. */
export const withdrawOverride = caseCommand({
  name: 'advisories.withdrawOverride',
  input: {},
  may: 'override_gates',
  run: async (context, _input, found) => {
    const { row } = await needAdvisory(context, found)
    if (row.overrideGround === null) throw refused('No gate is overridden.')
    await context.tx
      .update(advisories)
      .set({
        overrideGround: null,
        overriddenGates: null,
        overrideReason: null,
        overriddenBy: null,
        overriddenAt: null,
      })
      .where(eq(advisories.id, row.id))
    await recordCaseEvent(context, found, 'override_withdrawn', {})
    await suspendIfGatesClose(context, found)
  },
})
