import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { fixedIn, status } from '@/test/sample-advisory'
import { interimNotice } from './interim-notice'

describe('the interim notice', () => {
  it('says in which versions the fix is and when details follow, and names no line without a release', () => {
    const notice = interimNotice({
      projectName: 'Marmotte',
      lines: [fixedIn('2.4.x', '2.4.7'), status('2.3.x'), fixedIn('3.x', '3.1.2')],
      detailsAt: toInstant('2026-11-28T09:00:00Z'),
    })
    expect(notice?.text).toBe(
      'A security fix was released in 3.1.2 and 2.4.7. Update now. Details follow on 28 Nov 2026, 09:00 UTC.',
    )
    expect(JSON.stringify(notice)).not.toContain('2.3')
  })

  it('does not exist before the first patch release, and promises no date that is not planned', () => {
    expect(interimNotice({ projectName: 'Marmotte', lines: [status('2.4.x')], detailsAt: null })).toBeNull()
    const undated = interimNotice({
      projectName: 'Marmotte',
      lines: [fixedIn('2.4.x', '2.4.7')],
      detailsAt: null,
    })
    expect(undated?.text).toMatch(/Details follow\.$/)
  })
})
