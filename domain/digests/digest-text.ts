import { clockLabel } from '@/domain/clocks/clock-in-words'
import type { ClockKind } from '@/domain/clocks/clock'
import { absoluteTime } from '@/lib/describe-time'
import type { Instant } from '@/lib/instant'

/** A promise of a case as a digest names it: the reference, the kind and the instant, and nothing of what the case holds. */
export interface DuePromise {
  reference: string
  kind: ClockKind | 'task'
  dueAt: Instant
  /** Nobody answers for the case yet. */
  isUnassigned: boolean
  /** Whom one stands in for. */
  insteadOf: string | null
}

export const stuckReasons = ['not_moved', 'waits_for_reporter', 'held'] as const
export type StuckReason = (typeof stuckReasons)[number]

export interface StuckCase {
  reference: string
  why: StuckReason
  since: Instant
}

/** A case on which the team did nothing for this many days is stuck, whatever the reporter or the desk did. */
export const stuckAfterDays = 7

interface Digest {
  subject: string
  body: string
}

interface Reader {
  now: Instant
  timeZone: string
  baseUrl: string
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

const paragraphs = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`

const about = ({ baseUrl }: Reader) =>
  `Titles and contents never leave the desk: ${baseUrl}/console\nWhether you get this mail you choose in your account: ${baseUrl}/console/account`

/** The mail of a morning: what is overdue and what is due next. null: nothing is, and no mail goes out. */
export function dailyDigest(promises: readonly DuePromise[], reader: Reader): Digest | null {
  if (promises.length === 0) return null
  const sorted = [...promises].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
  const overdue = sorted.filter(({ dueAt }) => dueAt < reader.now)
  const due = sorted.filter(({ dueAt }) => dueAt >= reader.now)
  const line = ({ reference, kind, dueAt, isUnassigned, insteadOf }: DuePromise) => {
    const notes = [
      ...(isUnassigned ? ['nobody answers for it'] : []),
      ...(insteadOf ? [`for ${insteadOf}`] : []),
    ]
    const when = absoluteTime(dueAt, reader.timeZone, reader.now)
    return `- ${reference}: ${kind === 'task' ? 'A task' : clockLabel[kind]}, ${when}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`
  }
  const parts = (title: string, of: readonly DuePromise[]) =>
    of.length > 0 ? [`${title}\n${of.map(line).join('\n')}`] : []
  const subject = [
    ...(overdue.length > 0 ? [`${overdue.length} overdue`] : []),
    ...(due.length > 0 ? [`${due.length} due soon`] : []),
  ].join(', ')
  return {
    subject: `Promises: ${subject}`,
    body: paragraphs([...parts('Overdue', overdue), ...parts('Due next', due), about(reader)]),
  }
}

const stuckTitles: Readonly<Record<StuckReason, string>> = {
  not_moved: `The team did nothing for ${stuckAfterDays} days, last`,
  waits_for_reporter: 'Waiting for the reporter, since',
  held: 'Held, and nobody has looked yet, since',
}

/** The mail of a Monday: the cases that are stuck, by why. null: none is. */
export function weeklyDigest(stuck: readonly StuckCase[], reader: Reader): Digest | null {
  if (stuck.length === 0) return null
  const part = (why: StuckReason) => {
    const found = stuck.filter((one) => one.why === why).sort((a, b) => (a.since < b.since ? -1 : 1))
    const lines = found.map(
      ({ reference, since }) => `- ${reference}: ${absoluteTime(since, reader.timeZone, reader.now)}`,
    )
    return found.length > 0 ? [`${stuckTitles[why]}\n${lines.join('\n')}`] : []
  }
  return {
    subject: `${count(stuck.length, 'case')} ${stuck.length === 1 ? 'is' : 'are'} stuck`,
    body: paragraphs([...stuckReasons.flatMap(part), about(reader)]),
  }
}

/** What a digest is called where a person chooses, and when it comes. */
export const digestWords = {
  daily: {
    says: 'What is due and overdue',
    when: 'At 08:00 in your time zone, on working days of your projects, when there is something.',
  },
  weekly: {
    says: 'What is stuck',
    when: `Mondays at 08:00, for leads: cases on which the team did nothing for ${stuckAfterDays} days, that wait for the reporter, or that are held.`,
  },
} as const
