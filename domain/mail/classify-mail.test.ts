import { describe, expect, it } from 'vitest'
import { classifyMail, type MailClass } from './classify-mail'

const own = new Set(['security@marmotte.test'])
const classOf = (headers: Record<string, string>, sender: string | null = 'rita@example.net') =>
  classifyMail(
    { headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])), sender },
    own,
  )

describe('classifyMail', () => {
  it.each<[string, Record<string, string>, MailClass]>([
    ['a plain mail', {}, 'personal'],
    ['Auto-Submitted: no', { 'auto-submitted': 'no' }, 'personal'],
    ['Auto-Submitted with a comment', { 'auto-submitted': 'no (really)' }, 'personal'],
    ['a priority is no precedence', { precedence: 'first-class' }, 'personal'],
    ['a mail with a return path', { 'return-path': '<rita@example.net>' }, 'personal'],
    ['a machine’s answer', { 'auto-submitted': 'auto-replied' }, 'automatic'],
    ['a machine’s notice', { 'auto-submitted': 'auto-generated; type=x' }, 'automatic'],
    ['nobody to return to', { 'return-path': '<>' }, 'automatic'],
    [
      'a report of another type',
      { 'content-type': 'multipart/report; report-type=feedback-report' },
      'automatic',
    ],
    ['an old mark', { 'x-autorespond': '' }, 'automatic'],
    ['Precedence: auto_reply', { precedence: 'auto_reply' }, 'automatic'],
    ['a list', { 'list-id': '<x.example.net>' }, 'bulk'],
    ['Precedence: list', { precedence: 'list' }, 'bulk'],
    ['Precedence: junk', { precedence: 'Junk' }, 'bulk'],
    ['a list that marks its answers', { 'list-id': '<x>', 'auto-submitted': 'auto-replied' }, 'automatic'],
    [
      'a delivery notice',
      { 'content-type': 'multipart/report; boundary=x; report-type="delivery-status"' },
      'bounce',
    ],
    ['a delivery notice of Exim', { 'x-failed-recipients': 'x@y.test' }, 'bounce'],
  ])('%s', (_name, headers, expected) => {
    expect(classOf(headers)).toBe(expected)
  })

  it('knows itself, and takes nobody who only resembles it', () => {
    expect(classOf({}, 'security@marmotte.test')).toBe('own')
    expect(classOf({}, 'security@marmotte.test.example')).toBe('personal')
    expect(classOf({}, null)).toBe('personal')
  })

  it('takes a postmaster for a bounce only when nobody is to be answered', () => {
    expect(classOf({ 'return-path': '<>' }, 'mailer-daemon@example.net')).toBe('bounce')
    expect(classOf({}, 'postmaster@example.net')).toBe('personal')
  })
})
