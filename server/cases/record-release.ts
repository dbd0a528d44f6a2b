import { changeLine as change } from '@/domain/backports/change-line'
import { yankRelease as yank } from '@/domain/backports/yank-release'
import { longText, optionalLongText, shortText } from '@/lib/text'
import { enqueue } from '@/server/jobs/enqueue'
import type { Context } from '@/server/kernel/context'
import { environment } from '@/server/kernel/environment'
import { allowedBy } from '@/server/kernel/problem'
import { afterLineChange } from './after-line-change'
import { caseCommand } from './case-command'
import { everyLine, lineAmong, lineName, seenVersion } from './change-line'
import { givenInstant, instantText, zoneText } from './given-instant'
import type { StoredLine } from './line-rows'
import type { FoundCase } from './load-case'
import { tellHandlers } from './notices'
import { policyTermsOf } from './policy-terms'
import { recordCaseEvent } from './record-case-event'
import { needSeen, storeLine } from './store-line'

/** Records the patch release of a line: the version that carries the fix, when it was published, and where. */
export const recordRelease = caseCommand({
  name: 'cases.recordRelease',
  input: {
    line: lineName,
    seen: seenVersion,
    version: shortText(64, 'Write the version, such as 2.4.7.'),
    releasedAt: instantText,
    releasedAtZone: zoneText,
    url: shortText(500, 'Give the link to the release.'),
    majorReason: optionalLongText(4000),
  },
  may: 'record_release',
  run: async (context, { line, seen, version, url, majorReason, ...given }, found) => {
    const releasedAt = givenInstant(given.releasedAt, given.releasedAtZone, 'releasedAt')
    const stored = lineAmong(await everyLine(context, found), line)
    needSeen(stored, seen)
    const next = allowedBy(
      change(
        stored.status,
        { work: 'released', release: { version, releasedAt, url }, majorReason },
        await policyTermsOf(context, found),
        context.now,
      ),
    )
    await storeLine(context, found, stored, next, { seenVersion: seen }, personId(context.actor))
    await recordCaseEvent(context, found, 'patch_released', { lineId: line, version, releasedAt })
    await afterLineChange(context, found)
    if (environment().NPM_REGISTRY_URL)
      await enqueue(context, 'backports.check', { caseId: found.case.id, lineId: line })
    return { version: seen + 1 }
  },
})

/** The release was taken back: the line is open again, and so is the gate that waited for it. */
export const yankRelease = caseCommand({
  name: 'cases.yankRelease',
  input: { line: lineName, seen: seenVersion, reason: longText(4000, 'Say why the release was taken back.') },
  may: 'yank_release',
  run: async (context, { line, seen, reason }, found) => {
    const stored = lineAmong(await everyLine(context, found), line)
    needSeen(stored, seen)
    await takeReleaseBack(context, found, stored, reason)
    return { version: seen + 1 }
  },
})

/** Opens the line again, tells the handler, and lets what follows from it follow. */
export async function takeReleaseBack(
  context: Context,
  found: FoundCase,
  stored: StoredLine,
  reason: string,
): Promise<void> {
  const { lineId, version: seen } = stored.row
  const version = stored.status.release?.version ?? ''
  const next = allowedBy(yank(stored.status))
  await storeLine(context, found, stored, next, { seenVersion: seen }, personId(context.actor))
  await recordCaseEvent(context, found, 'release_yanked', { lineId, version }, reason)
  await tellHandlers(context, found, 'release_yanked', `${lineId}:${version}:${seen}`)
  await afterLineChange(context, found)
}

const personId = (actor: { kind: string; personId?: string }): string | null => actor.personId ?? null
