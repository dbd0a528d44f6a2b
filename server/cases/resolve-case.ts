import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema'
import { finish, reopen } from '@/domain/cases/reopen'
import { resolutionSchema, resolve, type Resolution } from '@/domain/cases/resolutions'
import { longText } from '@/lib/text'
import { dropSchedule } from '@/server/advisories/schedule-announcement'
import type { Context } from '@/server/kernel/context'
import { allowedBy, invalid } from '@/server/kernel/problem'
import { caseCommand } from './case-command'
import { loadCaseRecord } from './case-record'
import { givenInstant, zoneText } from './given-instant'
import { caseToLink, linkDuplicate, unlinkDuplicate } from './link-case'
import type { FoundCase } from './load-case'
import { tellReporters } from './notices'
import { recordRuled } from './record-case-event'
import { storeNotice } from './store-message'

/** Closes the case without a fix; a scheduled announcement ends with it. The explanation goes to every reporter, word for word. */
export const resolveCase = caseCommand({
  name: 'cases.resolve',
  input: {
    kind: z.string(),
    explanation: z.string().optional(),
    ofCase: z.string().max(64).optional(),
    documentedAt: z.string().optional(),
    upstream: z.string().optional(),
    toldWhere: z.string().optional(),
    toldAt: z.string().max(40).optional(),
    toldAtZone: zoneText,
  },
  may: 'resolve',
  whileHeld: true,
  run: async (context, input, found) => {
    const { resolution, original } = await readResolution(context, input, found)
    const record = await loadCaseRecord(context, found)
    const event = allowedBy(resolve(record.facts, resolution, found.case.id, context.now))
    if (original && found.case.duplicateOf !== original.case.id) await linkDuplicate(context, found, original)
    await context.tx
      .update(cases)
      .set({
        resolution: resolution.kind,
        resolvedAt: context.now,
        isHeld: false,
      })
      .where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event, resolution.explanation)
    await dropSchedule(context, found)
    for (const report of record.reports)
      await storeNotice(context, found, report.id, explanationFor(resolution))
    await tellReporters(context, found, record, 'resolved')
    return { resolution: resolution.kind }
  },
})

/** Opens a closed case again, with a reason. Clocks do not restart. */
export const reopenCase = caseCommand({
  name: 'cases.reopen',
  input: { reason: longText(4000, 'Say why the case is reopened.') },
  may: 'reopen',
  run: async (context, { reason }, found) => {
    const record = await loadCaseRecord(context, found)
    const event = allowedBy(reopen(record.facts, reason, context.now))
    await context.tx
      .update(cases)
      .set({ resolution: null, resolvedAt: null })
      .where(eq(cases.id, found.case.id))
    await recordRuled(context, found, event, reason)
    if (found.case.resolution === 'duplicate') await unlinkDuplicate(context, found)
    await tellReporters(context, found, record, 'progress')
  },
})

/** After the announcement: the team says that nothing is left to do. */
export const finishCase = caseCommand({
  name: 'cases.finish',
  input: {},
  may: 'resolve',
  run: async (context, _input, found) => {
    const record = await loadCaseRecord(context, found)
    await recordRuled(context, found, allowedBy(finish(record.facts, context.now)))
  },
})

async function readResolution(
  context: Context,
  input: { kind: string; ofCase?: string; toldAt?: string; toldAtZone: string | null },
  found: FoundCase,
): Promise<{ resolution: Resolution; original: FoundCase | null }> {
  const ofCase = input.ofCase || found.case.duplicateOf
  const other = input.kind === 'duplicate' && ofCase ? await caseToLink(context, ofCase) : null
  const toldAt =
    input.kind === 'third_party' && input.toldAt
      ? givenInstant(input.toldAt, input.toldAtZone, 'toldAt')
      : undefined
  const parsed = resolutionSchema.safeParse({ ...input, toldAt, ofCaseId: other?.case.id ?? '' })
  if (parsed.success) return { resolution: parsed.data, original: other }
  const fields: Record<string, string[]> = {}
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? 'kind')
    ;(fields[name === 'ofCaseId' ? 'ofCase' : name] ??= []).push(issue.message)
  }
  throw invalid(fields)
}

function explanationFor(resolution: Resolution): string {
  const { explanation } = resolution
  if (resolution.kind === 'unsafe_by_design')
    return `${explanation}\n\nDocumented at: ${resolution.documentedAt}`
  if (resolution.kind === 'third_party')
    return `${explanation}\n\nUpstream told: ${resolution.upstream}, ${resolution.toldWhere}, ${resolution.toldAt}`
  return explanation
}
