import { eq } from 'drizzle-orm'
import { cases } from '@/db/schema'
import { confirm } from '@/domain/cases/confirm'
import { longText } from '@/lib/text'
import { createAdvisory } from '@/server/advisories/create-advisory'
import { allowedBy } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { tellReporters } from './notices'
import { recordRuled } from './record-case-event'

/** Confirms the vulnerability: recorded with who reproduced it and how. The advisory's draft begins here. */
export const confirmCase = caseCommand({
  name: 'cases.confirm',
  input: { reproduction: longText(20_000, 'Say how it was reproduced: version, steps, what happened.') },
  may: 'confirm',
  run: async (context, { reproduction }, found) => {
    const record = await loadCaseRecord(context, found)
    const { personId } = actingPerson(context.actor)
    const event = allowedBy(confirm(record.facts, { reproducedBy: personId, how: reproduction }, context.now))
    await context.tx
      .update(cases)
      .set({
        confirmedAt: context.now,
        confirmedBy: personId,
        reproduction: found.vault.seal(
          { table: 'cases', row: found.case.id, column: 'reproduction' },
          reproduction,
        ),
      })
      .where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event)
    await createAdvisory(context, found)
    await tellReporters(context, found, record, 'progress')
  },
})
