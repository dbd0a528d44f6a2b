import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourMs, plusMs, type Instant } from '@/lib/instant'
import type { Result } from '@/lib/result'
import { changeLine } from '@/domain/backports/change-line'
import type { LineStatus } from '@/domain/backports/line-status'
import { needsFix, isReleased } from '@/domain/backports/needs-fix'
import { yankRelease } from '@/domain/backports/yank-release'
import { mayPublish } from '@/domain/embargo/announce'
import { gatesOf } from '@/domain/embargo/gates'
import { acknowledge } from './acknowledge'
import { resolutionKinds, type CaseEvent, type ResolutionKind } from './case-event'
import { confirm } from './confirm'
import { factsFromEvents } from './facts-from-events'
import { handOver } from './hand-over'
import type { Refusal } from './refusal'
import { finish, reopen } from './reopen'
import { resolve, type Resolution } from './resolutions'
import { stageOf, stages, type CaseFacts } from './stage'

/** A case in memory, on which random acts are tried through the rules alone. */
interface World {
  events: CaseEvent[]
  lines: LineStatus[]
  now: Instant
}

const start: Instant = '2026-11-02T09:00:00.000Z'
const team = [
  { personId: 'ann', role: 'lead' as const },
  { personId: 'ben', role: 'handler' as const },
  { personId: 'oda', role: 'observer' as const },
]
const announce = {
  delayDays: 0,
  preferredWeekdays: [],
  preferredTime: null,
  avoidHolidays: false,
  secondApproval: false,
}

const freshLine = (n: number): LineStatus => ({
  line: {
    id: `line-${n}`,
    name: `${n}.x`,
    range: `>=${n}.0.0 <${n + 1}.0.0`,
    branch: `${n}.x`,
    isDevelopment: false,
    supportedFrom: '2020-01-01T00:00:00.000Z',
    supportedUntil: null,
  },
  affectedness: 'unknown',
  justification: null,
  plan: null,
  planReason: null,
  work: null,
  introducedIn: null,
  release: null,
  majorReason: null,
})

const factsOf = (world: World): CaseFacts =>
  factsFromEvents(world.events, { lines: world.lines, hasOpenRequest: false, at: world.now })

/** What an act does when its rule allows it: exactly one event, and perhaps a changed line. */
type Outcome = Result<{ event: CaseEvent; lines?: LineStatus[] }, Refusal>
type Act = (world: World) => Outcome

const one = (result: Result<CaseEvent, Refusal>): Outcome =>
  result.ok ? { ok: true, value: { event: result.value } } : result

const onLine =
  (
    index: number,
    change: (line: LineStatus, now: Instant) => Result<LineStatus, Refusal>,
    eventOf: (line: LineStatus, before: LineStatus, now: Instant) => CaseEvent,
  ): Act =>
  (world) => {
    const before = world.lines[index]!
    if (stageOf(factsOf(world)) === 'closed')
      return { ok: false, refusal: { code: 'closed', reason: 'closed' } }
    const after = change(before, world.now)
    if (!after.ok) return after
    return {
      ok: true,
      value: {
        event: eventOf(after.value, before, world.now),
        lines: world.lines.map((line, at) => (at === index ? after.value : line)),
      },
    }
  }

const lineChanged = (line: LineStatus, _before: LineStatus, at: Instant): CaseEvent => ({
  type: 'line_changed',
  at,
  data: { lineId: line.line.id, affectedness: line.affectedness, plan: line.plan, work: line.work },
})

const terms = { releaseKinds: ['patch' as const, 'minor' as const] }
const resolutionOf = (kind: ResolutionKind): Resolution => {
  const explanation = 'Because.'
  if (kind === 'duplicate') return { kind, explanation, ofCaseId: 'other' }
  if (kind === 'unsafe_by_design') return { kind, explanation, documentedAt: 'Manual, 4.2' }
  if (kind === 'third_party')
    return { kind, explanation, upstream: 'zlib', toldWhere: 'security@zlib.example', toldAt: start }
  return { kind, explanation }
}

const publish: Act = (world) => {
  const facts = factsOf(world)
  if (facts.announcedAt !== null || facts.resolution !== null)
    return { ok: false, refusal: { code: 'done', reason: 'done' } }
  const gates = gatesOf({
    ...facts,
    rating: 'high',
    audit: world.events.some((event) => event.type === 'audit_recorded') ? { waived: false } : null,
    terms: { announce },
    advisoryGaps: [],
    advisory: { version: 1, approvedVersion: null },
    maintainers: 2,
    proposals: [],
    now: world.now,
  })
  const decision = mayPublish(gates, null, world.now, world.now)
  return decision.decision === 'publish'
    ? { ok: true, value: { event: { type: 'advisory_published', at: world.now, data: { revision: 1 } } } }
    : { ok: false, refusal: { code: decision.decision, reason: 'gates' } }
}

const line = fc.integer({ min: 0, max: 1 })
const act: fc.Arbitrary<readonly [string, Act]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('ann', 'ben')
      .map((who) => ['acknowledge', (w: World) => one(acknowledge(factsOf(w), who, w.now))] as const),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('ann', 'ben', 'oda', 'nobody')
      .map((to) => ['hand over', (w: World) => one(handOver(factsOf(w), to, team, w.now))] as const),
  },
  {
    weight: 4,
    arbitrary: fc.constant([
      'confirm',
      (w: World) => one(confirm(factsOf(w), { reproducedBy: 'ben', how: 'Ran the proof.' }, w.now)),
    ] as const),
  },
  {
    weight: 4,
    arbitrary: line.map(
      (n) =>
        [
          'affected',
          onLine(
            n,
            (l, now) => changeLine(l, { affectedness: 'affected', plan: 'fix' }, terms, now),
            lineChanged,
          ),
        ] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: line.map(
      (n) =>
        [
          'not affected',
          onLine(
            n,
            (l, now) =>
              changeLine(
                l,
                { affectedness: 'not_affected', justification: 'vulnerable_code_not_present' },
                terms,
                now,
              ),
            lineChanged,
          ),
        ] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: line.map(
      (n) =>
        [
          'wont fix',
          onLine(
            n,
            (l, now) =>
              changeLine(
                l,
                { affectedness: 'affected', plan: 'wont_fix', planReason: 'Too old.' },
                terms,
                now,
              ),
            lineChanged,
          ),
        ] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: line.map(
      (n) =>
        [
          'start',
          onLine(n, (l, now) => changeLine(l, { work: 'in_progress' }, terms, now), lineChanged),
        ] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: line.map(
      (n) =>
        [
          'release',
          onLine(
            n,
            (l, now) => {
              const version = l.line.range.slice(2, 3) + '.0.1'
              return changeLine(
                l,
                { work: 'released', release: { version, releasedAt: now, url: 'https://example.org/r' } },
                terms,
                now,
              )
            },
            (l, _before, at) => ({
              type: 'patch_released',
              at,
              data: { lineId: l.line.id, version: l.release!.version, releasedAt: l.release!.releasedAt },
            }),
          ),
        ] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: line.map(
      (n) =>
        [
          'yank',
          onLine(
            n,
            (l) => yankRelease(l),
            (l, before, at) => ({
              type: 'release_yanked',
              at,
              data: { lineId: l.line.id, version: before.release!.version },
            }),
          ),
        ] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constant([
      'audit',
      (w: World): Outcome => ({
        ok: true,
        value: { event: { type: 'audit_recorded', at: w.now, data: { waived: false } } },
      }),
    ] as const),
  },
  { weight: 4, arbitrary: fc.constant(['publish', publish] as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...resolutionKinds)
      .map(
        (kind) =>
          [
            `resolve ${kind}`,
            (w: World) => one(resolve(factsOf(w), resolutionOf(kind), 'this', w.now)),
          ] as const,
      ),
  },
  {
    weight: 4,
    arbitrary: fc.constant([
      'reopen',
      (w: World) => one(reopen(factsOf(w), 'More came to light.', w.now)),
    ] as const),
  },
  { weight: 4, arbitrary: fc.constant(['finish', (w: World) => one(finish(factsOf(w), w.now))] as const) },
)

/** What the test believes, kept step by step and not through the rules. */
interface Belief {
  handler: string | null
  acknowledged: boolean
  confirmed: boolean
  announced: boolean
  resolved: boolean
  heldOpen: boolean
}

function learn(belief: Belief, event: CaseEvent): Belief {
  switch (event.type) {
    case 'acknowledged':
      return { ...belief, acknowledged: true, handler: event.data.handlerId }
    case 'handler_assigned':
      return { ...belief, handler: event.data.to }
    case 'confirmed':
      return { ...belief, confirmed: true }
    case 'advisory_published':
      return { ...belief, announced: true }
    case 'resolved':
      return { ...belief, resolved: true }
    case 'reopened':
      return { ...belief, resolved: false, heldOpen: belief.announced }
    case 'finished':
      return { ...belief, heldOpen: false }
    default:
      return belief
  }
}

function expectedStage(belief: Belief, world: World): string {
  const toFix = world.lines.filter((row) => needsFix(row, world.now))
  const allReleased = toFix.every(isReleased)
  if (belief.resolved) return 'closed'
  if (belief.announced) return allReleased && !belief.heldOpen ? 'closed' : 'announced'
  if (!belief.acknowledged) return 'received'
  if (!belief.confirmed) return 'acknowledged'
  if (toFix.length > 0 && allReleased && world.lines.every((row) => row.affectedness !== 'unknown'))
    return 'released'
  return toFix.some((row) => row.work !== 'todo') ? 'fixing' : 'confirmed'
}

describe('a case on a random walk', () => {
  it('never reaches an illegal state, whatever is tried in whatever order', () => {
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 120, size: 'max' }), (acts) => {
        let world: World = {
          events: [{ type: 'report_received', at: start, data: { reportId: 'r1', channel: 'web' } }],
          lines: [freshLine(1), freshLine(2)],
          now: start,
        }
        let belief: Belief = {
          handler: null,
          acknowledged: false,
          confirmed: false,
          announced: false,
          resolved: false,
          heldOpen: false,
        }
        for (const [name, attempt] of acts) {
          world = { ...world, now: plusMs(world.now, hourMs) }
          const before = factsOf(world)
          const outcome = attempt(world)
          if (!outcome.ok) {
            expect(outcome.refusal.reason, name).not.toBe('')
            continue
          }
          const { event, lines } = outcome.value
          world = { ...world, events: [...world.events, event], lines: lines ?? world.lines }
          belief = learn(belief, event)
          const facts = factsOf(world)
          const stage = stageOf(facts)
          reached.add(stage)
          expect(stage, name).toBe(expectedStage(belief, world))
          expect(facts.handlerId, name).toBe(belief.handler)
          if (facts.acknowledgedAt !== null) expect(facts.handlerId, name).not.toBeNull()
          if (facts.confirmedAt !== null) expect(facts.acknowledgedAt, name).not.toBeNull()
          if (facts.announcedAt !== null) expect(facts.confirmedAt, name).not.toBeNull()
          // Reopening moves no instant that a clock is derived from.
          if (before.acknowledgedAt !== null) expect(facts.acknowledgedAt).toBe(before.acknowledgedAt)
          if (before.confirmedAt !== null) expect(facts.confirmedAt).toBe(before.confirmedAt)
          if (before.announcedAt !== null) expect(facts.announcedAt).toBe(before.announcedAt)
          if (stageOf(before) === 'closed')
            expect(['reopened', 'handler_assigned', 'audit_recorded']).toContain(event.type)
        }
      }),
      { numRuns: 400, seed: 20261122 },
    )
    expect([...reached].sort()).toEqual([...stages].sort())
  })
})
