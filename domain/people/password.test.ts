import { describe, expect, it } from 'vitest'
import { acceptInvitation, invitationExpiry } from './invitation'
import { checkPassword } from './password'

describe('checkPassword', () => {
  it.each([
    ['elevenchars', 'too_short'],
    ['twelve chars', null],
    ['😀'.repeat(11), 'too_short'],
    ['correct horse battery staple', null],
    ['x1y2'.repeat(64), null],
    [`${'x1y2'.repeat(64)}z`, 'too_long'],
    ['Ann.Example@example.org', 'is_address'],
    ['annexampleexampleorg', 'is_address'],
    ['aaaaaaaaaaaa', 'too_uniform'],
  ])('%j', (password, code) => {
    const result = checkPassword(password, 'ann.example@example.org')
    expect(result.ok ? null : result.refusal.code).toBe(code)
  })
})

describe('an invitation', () => {
  const createdAt = '2026-11-20T09:00:00.000Z'
  const expiresAt = invitationExpiry(createdAt)
  const open = { expiresAt, acceptedAt: null, revokedAt: null }

  it('works for seven days, to the millisecond', () => {
    expect(expiresAt).toBe('2026-11-27T09:00:00.000Z')
    expect(acceptInvitation(open, '2026-11-27T08:59:59.999Z').ok).toBe(true)
    expect(acceptInvitation(open, expiresAt)).toMatchObject({ refusal: { code: 'expired' } })
  })

  it('works once, and not after it was taken back', () => {
    expect(acceptInvitation({ ...open, acceptedAt: createdAt }, createdAt)).toMatchObject({
      refusal: { code: 'accepted' },
    })
    expect(acceptInvitation({ ...open, revokedAt: createdAt }, createdAt)).toMatchObject({
      refusal: { code: 'revoked' },
    })
  })
})
