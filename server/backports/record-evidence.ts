import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { releaseEvidence } from '@/db/schema'
import { evidenceChange, standingAnswer, type RegistryAnswer } from '@/domain/backports/release-evidence'
import { toInstant } from '@/lib/instant'
import { shortText } from '@/lib/text'
import { refreshCaseIndex } from '@/server/cases/case-index'
import { everyLine, lineAmong, lineName } from '@/server/cases/change-line'
import { caseName, loadCase } from '@/server/cases/load-case'
import { tellHandlers } from '@/server/cases/notices'
import { recordCaseEvent } from '@/server/cases/record-case-event'
import { takeReleaseBack } from '@/server/cases/record-release'
import { command } from '@/server/kernel/command'
import { answerOf } from './evidence-rows'

const published = z.object({
  state: z.literal('published'),
  publishedAt: z.iso
    .datetime({ precision: 3 })
    .regex(/^[1-9]/)
    .transform(toInstant)
    .nullable(),
  integrity: z.string().max(1000).nullable(),
  deprecated: z.string().max(500).nullable(),
})
const answers = z.discriminatedUnion('state', [
  published,
  z.object({ state: z.literal('missing') }),
  z.object({ state: z.literal('unknown') }),
])

/**
 * Keeps what a registry said of a release as evidence. What is new stands on the timeline, and what is bad news is told to the handler;
 * a release that has vanished is taken back, so that its line is open again and a schedule stops.
 */
export const recordEvidence = command({
  name: 'backports.recordEvidence',
  input: z.object({
    case: caseName,
    line: lineName,
    version: shortText(64, 'Name the version.'),
    package: shortText(300, 'Name the package.'),
    answer: answers,
  }),
  may: 'check_release',
  load: (context, input) => loadCase(context, input.case, { lock: true }),
  run: async (context, { line, version, package: name, answer }, found) => {
    const { id: caseId, announcedAt } = found.case
    const stored = lineAmong(await everyLine(context, found), line)
    // Taken back or released anew while the registry was asked.
    if (stored.status.release?.version !== version || announcedAt !== null) return { change: null }
    const here = { caseId, lineId: line, package: name }
    const [row] = await context.tx
      .select()
      .from(releaseEvidence)
      .where(
        and(
          eq(releaseEvidence.caseId, caseId),
          eq(releaseEvidence.lineId, line),
          eq(releaseEvidence.package, name),
        ),
      )
    const before = row?.version === version ? answerOf(row) : null
    const columns = { version, checkedAt: context.now, ...columnsOf(standingAnswer(before, answer)) }
    await context.tx
      .insert(releaseEvidence)
      .values({ ...here, ...columns })
      .onConflictDoUpdate({
        target: [releaseEvidence.caseId, releaseEvidence.lineId, releaseEvidence.package],
        set: columns,
      })
    const change = evidenceChange(before, answer)
    if (change === null) return { change }
    await recordCaseEvent(context, found, 'release_checked', { lineId: line, version, package: name, change })
    if (change === 'vanished')
      await takeReleaseBack(context, found, stored, `npm has no ${name}@${version} any more.`)
    else if (change !== 'found' && change !== 'undeprecated')
      await tellHandlers(
        context,
        found,
        'release_changed',
        `${line}:${name}:${version}:${change}:${context.now}`,
      )
    await refreshCaseIndex(context, caseId)
    return { change }
  },
})

const columnsOf = (answer: RegistryAnswer) =>
  answer.state === 'published'
    ? answer
    : { state: answer.state, publishedAt: null, integrity: null, deprecated: null }
