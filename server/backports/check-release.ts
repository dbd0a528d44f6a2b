import type { Actor } from '@/domain/access/actor'
import { ok, type Result } from '@/lib/result'
import { environment } from '@/server/kernel/environment'
import type { Problem } from '@/server/kernel/problem'
import { askRegistry } from './ask-registry'
import { recordEvidence } from './record-evidence'
import { releaseToCheck } from './release-to-check'

/** Asks the registry about the release of a line, and keeps what it said: no transaction is open while it is asked. */
export async function checkRelease(
  actor: Actor,
  { caseId, lineId }: { caseId: string; lineId: string },
): Promise<Result<unknown, Problem>> {
  const { NPM_REGISTRY_URL } = environment()
  if (!NPM_REGISTRY_URL) return ok(null)
  const named = { case: caseId, line: lineId }
  const asked = await releaseToCheck(actor, named)
  if (!asked.ok || asked.value === null) return asked
  const { version, packages } = asked.value
  for (const { name, needsDate } of packages) {
    const answer = await askRegistry(NPM_REGISTRY_URL, { package: name, version, needsDate })
    const recorded = await recordEvidence(actor, { ...named, version, package: name, answer })
    if (!recorded.ok) return recorded
  }
  return ok(null)
}
