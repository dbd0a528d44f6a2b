import { and, eq } from 'drizzle-orm'
import { similarProblemAudits } from '@/db/schema'
import { checkbox, optionalLongText } from '@/lib/text'
import { versionSeen } from '@/lib/version-seen'
import { conflict, invalid } from '@/server/kernel/problem'
import { actingPerson } from './acting-person'
import { caseCommand } from './case-command'
import { recordCaseEvent } from './record-case-event'

/** Where a text of the search for similar problems is sealed. */
export const auditPlace = (caseId: string, column: 'searched' | 'found' | 'waivedBecause') => ({
  table: 'similar_problem_audits',
  row: caseId,
  column,
})

/** Records the audit for similar problems: what was searched and found; or that it is waived, and why. */
export const recordAudit = caseCommand({
  name: 'cases.recordAudit',
  input: {
    waived: checkbox(),
    searched: optionalLongText(20_000),
    found: optionalLongText(20_000),
    waivedBecause: optionalLongText(4000),
    /** The version one saw; 0: none yet. */
    seen: versionSeen(0).default(0),
  },
  may: 'record_audit',
  run: async (context, input, found) => {
    const missing: Record<string, string[]> = {}
    if (input.waived && input.waivedBecause === null) missing.waivedBecause = ['Say why no audit is needed.']
    if (!input.waived && input.searched === null) missing.searched = ['Say what was searched, and how.']
    if (!input.waived && input.found === null) missing.found = ['Say what was found; “nothing” is an answer.']
    if (Object.keys(missing).length > 0) throw invalid(missing)

    const caseId = found.case.id
    const seal = (column: 'searched' | 'found' | 'waivedBecause', applies: boolean) => {
      const text = input[column]
      return applies && text !== null ? found.vault.seal(auditPlace(caseId, column), text) : null
    }
    const row = {
      waived: input.waived,
      searched: seal('searched', !input.waived),
      found: seal('found', !input.waived),
      waivedBecause: seal('waivedBecause', input.waived),
      recordedBy: actingPerson(context.actor).personId,
      recordedAt: context.now,
      version: input.seen + 1,
    }
    const stored =
      input.seen === 0
        ? await context.tx
            .insert(similarProblemAudits)
            .values({ caseId, ...row })
            .onConflictDoNothing()
            .returning()
        : await context.tx
            .update(similarProblemAudits)
            .set(row)
            .where(and(eq(similarProblemAudits.caseId, caseId), eq(similarProblemAudits.version, input.seen)))
            .returning()
    if (stored.length === 0)
      throw conflict(
        'Somebody else recorded the audit meanwhile. Compare it with yours, and save again if yours should stand.',
      )
    await recordCaseEvent(context, found, 'audit_recorded', { waived: input.waived })
  },
})
