import { isReleased, needsFix } from '@/domain/backports/needs-fix'
import type { LineStatus } from '@/domain/backports/line-status'
import type { CaseEvent } from '@/domain/cases/case-event'
import { openQuestions, type CaseFacts } from '@/domain/cases/stage'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { Instant } from '@/lib/instant'
import {
  checklistEntries,
  entryTitle,
  isTickable,
  type ChecklistEntryCode,
  type TickableEntry,
} from './checklist-entry'

/** One thing to do until the fix is out, derived from the policy and from what happened to the case. */
export interface ChecklistEntry {
  code: ChecklistEntryCode
  title: string
  /** What it means on this case, and what the policy says of it. */
  what: string
  /** not_needed: the case has nothing of the kind. */
  state: 'open' | 'done' | 'not_needed'
  /** Done by the act it names, or ticked by a person; null while it is open. */
  doneBy: 'act' | 'tick' | null
  /** When, where one moment says it. */
  at: Instant | null
  /** Who ticked it. */
  tickedBy: string | null
  isTickable: boolean
}

export interface ChecklistFacts {
  terms: Pick<PolicyTerms, 'backports' | 'releaseKinds' | 'announce'>
  facts: CaseFacts
  events: readonly CaseEvent[]
  /** The draft names a CVE id, or why there is none. */
  isCveSettled: boolean
}

interface Standing {
  what: string
  isNeeded: boolean
  isDone: boolean
  at: Instant | null
}

const names = (lines: readonly LineStatus[]) => lines.map(({ line }) => line.name).join(', ')

const lastOf = (events: readonly CaseEvent[], ...types: CaseEvent['type'][]): Instant | null =>
  events.findLast(({ type }) => types.includes(type))?.at ?? null

/** The ticks that stand, each with who made it and when. */
function ticksOf(events: readonly CaseEvent[]) {
  const ticks = new Map<TickableEntry, { by: string; at: Instant }>()
  for (const event of events) {
    if (event.type === 'checklist_ticked') ticks.set(event.data.entry, { by: event.data.by, at: event.at })
    else if (event.type === 'checklist_unticked') ticks.delete(event.data.entry)
  }
  return ticks
}

/** The lines of a fix, apart: development, and those that get releases. */
function linesToFix({ lines, at }: CaseFacts) {
  return {
    development: lines.filter(({ line, plan }) => line.isDevelopment && plan === 'fix'),
    released: lines.filter((line) => needsFix(line, at)),
  }
}

function standingOf(
  code: ChecklistEntryCode,
  { terms, facts, events, isCveSettled }: ChecklistFacts,
): Standing {
  const { development, released } = linesToFix(facts)
  const isJudged = openQuestions(facts.lines, facts.at).length === 0
  const confirmedAt = facts.confirmedAt
  const always = { isNeeded: true }
  switch (code) {
    case 'confirm':
      return {
        ...always,
        what: 'By a handler, with at least one line marked affected.',
        isDone: confirmedAt !== null,
        at: confirmedAt,
      }
    case 'reproduce':
      return {
        ...always,
        what: 'Recorded with the confirmation: who did it and how.',
        isDone: confirmedAt !== null,
        at: confirmedAt,
      }
    case 'audit': {
      const at = lastOf(events, 'audit_recorded')
      return { ...always, what: 'What was searched, and what was found.', isDone: at !== null, at }
    }
    case 'fix_main':
      return {
        what: development.length > 0 ? `On ${names(development)}.` : 'No development line is to be fixed.',
        isNeeded: !isJudged || development.length > 0,
        isDone:
          isJudged &&
          development.every(({ work }) => work === 'merged' || work === 'released' || work === 'verified'),
        at: null,
      }
    case 'backport': {
      const promised =
        terms.backports.lines === 'every_supported'
          ? 'The policy fixes every supported line'
          : 'The policy fixes the newest line'
      return {
        what: released.length > 0 ? `${promised}: ${names(released)}.` : `${promised}.`,
        isNeeded: !isJudged || released.length > 0,
        isDone: isJudged && released.every(isReleased),
        at: released.length > 0 && released.every(isReleased) ? lastOf(events, 'patch_released') : null,
      }
    }
    case 'tests':
      return {
        isNeeded: true,
        what: 'On every line that gets the fix.',
        isDone: false,
        at: null,
      }
    case 'release_notes':
      return {
        isNeeded: !isJudged || released.length > 0,
        what: 'For the patch release: they name no vulnerability while the embargo lasts.',
        isDone: false,
        at: null,
      }
    case 'cve':
      return {
        ...always,
        what: 'Named in the advisory, or why there is none.',
        isDone: isCveSettled,
        at: null,
      }
  }
}

/**
 * The checklist of a fix. An entry is done by the act it names, or else by a person's tick where no act shows it. Confirming,
 * the audit and the releases are gates of the announcement, so that no tick stands for them.
 */
export function fixChecklist(known: ChecklistFacts): ChecklistEntry[] {
  const ticks = ticksOf(known.events)
  return checklistEntries.map((code): ChecklistEntry => {
    const { what, isNeeded, isDone, at } = standingOf(code, known)
    const tick = isTickable(code) ? ticks.get(code) : undefined
    const entry = { code, title: entryTitle[code], what }
    const byHand = isTickable(code) && isNeeded && !isDone
    if (!isNeeded)
      return { ...entry, state: 'not_needed', doneBy: null, at: null, tickedBy: null, isTickable: false }
    if (isDone) return { ...entry, state: 'done', doneBy: 'act', at, tickedBy: null, isTickable: false }
    if (tick)
      return { ...entry, state: 'done', doneBy: 'tick', at: tick.at, tickedBy: tick.by, isTickable: true }
    return { ...entry, state: 'open', doneBy: null, at: null, tickedBy: null, isTickable: byHand }
  })
}
