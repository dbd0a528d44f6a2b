import { describe, expect, it } from 'vitest'
import { dayMs, hourMs, toInstant } from '@/lib/instant'
import { fixedIn, line, status } from '@/test/sample-advisory'
import { affectedRanges } from './affected-ranges'
import { timeToFix } from './time-to-fix'

const receivedAt = toInstant('2026-03-01T08:00:00Z')
const released = (name: string, version: string, at: string) =>
  fixedIn(name, version, { release: { version, releasedAt: toInstant(at), url: '' } })
const newest = released('2.4.x', '2.4.7', '2026-03-05T08:00:00Z')
const older = released('2.3.x', '2.3.9', '2026-03-09T09:30:00Z')
const onRequest = released('2.2.x', '2.2.8', '2026-04-09T08:00:00Z')
const took = (announced: Parameters<typeof affectedRanges>[0], standing = announced) =>
  timeToFix({ receivedAt, announced: affectedRanges(announced), standing: affectedRanges(standing) })

describe('timeToFix', () => {
  it('lasts until the last patch release on the lines that had to be fixed', () =>
    expect(took([newest, older])).toBe(8 * dayMs + 1.5 * hourMs))

  it('is not made later by a line that joined after the announcement', () =>
    expect(
      took(
        [newest, older, status('2.2.x', { plan: 'wont_fix', planReason: 'Old.', work: null })],
        [newest, older, onRequest],
      ),
    ).toBe(8 * dayMs + 1.5 * hourMs))

  it('waits for a line that was announced without its fix, and then lasts until that', () => {
    expect(took([newest, status('2.3.x')])).toBeNull()
    expect(took([newest, status('2.3.x')], [newest, older])).toBe(8 * dayMs + 1.5 * hourMs)
  })

  it('does not wait for development, nor for a line that gets no fix', () => {
    const main = status('3.x', { line: line('3.x', { isDevelopment: true }) })
    const left = status('2.3.x', { plan: 'wont_fix', planReason: 'Old.', work: null })
    expect(took([main, newest, left])).toBe(4 * dayMs)
  })

  it('is unknown when nothing had to be fixed, and nothing when the fix was out before the report', () => {
    expect(took([])).toBeNull()
    expect(took([released('2.4.x', '2.4.7', '2026-02-01T08:00:00Z')])).toBe(0)
  })
})
