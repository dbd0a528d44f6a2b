import { expect, it } from 'vitest'
import { toInstant } from '@/lib/instant'
import { sameSecurityTxt } from './same-security-txt'

const now = toInstant('2026-11-20T09:00:00Z')
const current =
  'Contact: mailto:a@example.org\nExpires: 2027-05-19T00:00:00.000Z\nPolicy: https://example.org/\n'
const signed = current.replace('2027-05-19', '2027-03-01')

it.each([
  ['the same', signed, 'ok'],
  ['the same with comments and other line ends', `# ours\r\n\r\n${signed.replaceAll('\n', '\r\n')}`, 'ok'],
  ['the same in another order', signed.split('\n').reverse().join('\n'), 'ok'],
  ['less', signed.replace(/Policy.*\n/, ''), 'differs'],
  ['more', `${signed}Contact: mailto:evil@example.org\n`, 'differs'],
  ['another value', signed.replace('a@', 'b@'), 'differs'],
  ['that it has expired', signed.replace('2027-03-01', '2026-11-20'), 'expired'],
  ['that it holds for years', signed.replace('2027-03-01', '2030-01-01'), 'too_long'],
  ['nothing of its expiry', signed.replace(/Expires.*\n/, ''), 'no_expiry'],
  ['two expiries', `${signed}Expires: 2027-01-01T00:00:00Z\n`, 'no_expiry'],
  ['an expiry that is none', signed.replace(/Expires: .*/, 'Expires: soon'), 'no_expiry'],
])('a signed text that says %s', (_name, text, outcome) => {
  const result = sameSecurityTxt(text, current, now)
  expect(result.ok ? 'ok' : result.refusal.code).toBe(outcome)
})
