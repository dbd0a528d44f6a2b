import { clockLabel } from '@/domain/clocks/clock-in-words'
import type { Clock } from '@/domain/clocks/clock'
import { utcText } from '@/lib/utc-text'
import type { Instant } from '@/lib/instant'

type OpenClock = Pick<Clock, 'kind' | 'dueAt' | 'status'>

/** What is still owed on a case, the most pressing first, a line each: promise and instant, nothing of its contents. */
export function dueLines(clocks: readonly OpenClock[], now: Instant): string[] {
  const owed = clocks.filter(
    ({ status }) => status === 'running' || status === 'breached' || status === 'paused',
  )
  return owed
    .sort(
      (a, b) => Number(a.status === 'paused') - Number(b.status === 'paused') || (a.dueAt < b.dueAt ? -1 : 1),
    )
    .map(({ kind, dueAt, status }) => {
      if (kind === 'announce_not_before') return `${clockLabel[kind]}: ${utcText(dueAt)}`
      if (status === 'paused') return `${clockLabel[kind]}: paused while the reporter is asked`
      return `${clockLabel[kind]}: ${dueAt < now ? 'overdue since' : 'due'} ${utcText(dueAt)}`
    })
}

/** The internal note that whoever takes over finds: what was written for them, and what is due. */
export function handOverNote(
  { from, to, note }: { from: string | null; to: string; note: string | null },
  due: readonly string[],
): string {
  const title = from === null ? `Given to ${to}.` : `Handed over from ${from} to ${to}.`
  const owed =
    due.length > 0 ? `What is due:\n${due.map((line) => `- ${line}`).join('\n')}` : 'Nothing is due.'
  return [title, ...(note === null ? [] : [note]), owed].join('\n\n')
}
