import { describe, expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import type { Plan } from './line-status'
import { checkOverruled } from './overruled-plan'

const line = {
  id: '2',
  name: '2.x',
  range: '>=2.0.0 <3.0.0',
  branch: '2.x',
  isDevelopment: false,
  supportedFrom: toInstant('2026-01-01T00:00Z'),
  supportedUntil: null,
}

describe('a plan other than the policy proposed', () => {
  it.each<[string, Plan | null, Plan | null, string | null, boolean]>([
    ['the same plan', 'fix', 'fix', null, true],
    ['nothing proposed', 'fix', null, null, true],
    ['no plan', null, 'fix', null, true],
    ['no fix instead of one, with a reason', 'wont_fix', 'fix', 'Nobody uses that part.', true],
    ['a fix after support, without a reason', 'fix', 'out_of_support', null, false],
    ['a fix where the policy gives none, with blanks as reason', 'fix', 'wont_fix', '  ', false],
  ])('needs its reason: %s', (_, plan, proposed, planReason, isAllowed) => {
    const result = checkOverruled({ line, plan, planReason }, proposed)
    expect(result.ok).toBe(isAllowed)
    if (!result.ok) expect(result.refusal.reason).toContain('2.x')
  })
})
