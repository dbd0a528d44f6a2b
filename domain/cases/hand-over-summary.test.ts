import { expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { dueLines, handOverNote } from './hand-over-summary'

const at = (day: number) => toInstant(`2026-11-${day}T09:00:00Z`)

it('names what is owed, the most pressing first, and leaves out what is done', () => {
  const lines = dueLines(
    [
      { kind: 'keep_informed', dueAt: at(22), status: 'paused' },
      { kind: 'respond', dueAt: at(21), status: 'running' },
      { kind: 'embargo_end', dueAt: at(18), status: 'breached' },
      { kind: 'acknowledge', dueAt: at(17), status: 'met' },
    ],
    at(20),
  )
  expect(lines).toEqual([
    'The agreed embargo ends: overdue since 18 Nov 2026, 09:00 UTC',
    'Say what happens next: due 21 Nov 2026, 09:00 UTC',
    'Keep the reporter informed: paused while the reporter is asked',
  ])
  expect(handOverNote({ from: 'Ana', to: 'Ben', note: 'Ask for the log.' }, lines.slice(1, 2))).toBe(
    'Handed over from Ana to Ben.\n\nAsk for the log.\n\nWhat is due:\n- Say what happens next: due 21 Nov 2026, 09:00 UTC',
  )
  expect(handOverNote({ from: null, to: 'Ben', note: null }, [])).toBe('Given to Ben.\n\nNothing is due.')
})
