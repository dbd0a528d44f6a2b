import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '@/domain/cases/case-event'
import { turnOf } from '@/domain/cases/conversation'
import { pausesOf } from '@/domain/clocks/course-of-events'
import { plusMs, toInstant } from '@/lib/instant'
import { askToResend, unreadableSince } from './resend'

const start = toInstant('2026-11-20T09:00:00Z')
const at = (hour: number) => plusMs(start, hour * 3_600_000)
const received = (isEncrypted?: true): CaseEvent => ({
  type: 'report_received',
  at: start,
  data: { reportId: 'r', channel: 'web', isEncrypted },
})
const asked = (hour: number, reportId = 'r'): CaseEvent => ({
  type: 'could_not_decrypt',
  at: at(hour),
  data: { reportId, messageId: 'm' },
})
const replied = (hour: number, isEncrypted?: true): CaseEvent => ({
  type: 'reporter_replied',
  at: at(hour),
  data: { reportId: 'r', messageId: 'n', isEncrypted },
})
const codeOf = (events: CaseEvent[]) => {
  const result = askToResend(events, 'r')
  return result.ok ? 'allowed' : result.refusal.code
}

describe('askToResend', () => {
  it.each([
    ['a report in clear', [received()], 'not_encrypted'],
    ['an encrypted report', [received(true)], 'allowed'],
    ['one that was asked for already', [received(true), asked(1)], 'asked'],
    ['an encrypted answer to that', [received(true), asked(1), replied(2, true)], 'allowed'],
    ['an encrypted reply to a report in clear', [received(), replied(2, true)], 'allowed'],
  ])('of %s', (_name, events, said) => {
    expect(codeOf(events)).toBe(said)
  })
})

describe('what could not be decrypted', () => {
  const waiting = [received(true), asked(1)]
  const answered = [...waiting, replied(5)]

  it('is so from the moment it was asked for until the reporter writes', () => {
    expect(unreadableSince([received(true)], 'r')).toBeNull()
    expect(unreadableSince([...waiting, asked(3)], 'r')).toBe(at(1))
    expect(unreadableSince([received(true), asked(1, 'another')], 'r')).toBeNull()
    expect(unreadableSince(answered, 'r')).toBeNull()
  })

  it('waits for the reporter, and does not count against the team meanwhile', () => {
    expect(turnOf(waiting, 'r')).toEqual({ reportId: 'r', waitsFor: 'reporter', since: at(1) })
    expect(turnOf(answered, 'r').waitsFor).toBe('team')
    expect(pausesOf(answered, 'r', { whileClosed: false })).toEqual([{ from: at(1), until: at(5) }])
  })
})
