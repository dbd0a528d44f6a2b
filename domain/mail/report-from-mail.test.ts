import { describe, expect, it } from 'vitest'
import { fitted } from './fitted'
import { reportFromMail } from './report-from-mail'

const mail = {
  subject: 'Reset tokens stay valid',
  text: 'A token still works.',
  isEncrypted: false,
  sender: { name: 'Rita', address: 'rita@example.net' },
}

describe('reportFromMail', () => {
  it('keeps subject and text word for word, and who sent it', () => {
    expect(reportFromMail(mail)).toEqual({
      title: 'Reset tokens stay valid',
      description: 'A token still works.',
      contactName: 'Rita',
      contactEmail: 'rita@example.net',
      rest: null,
    })
  })

  it.each([
    [{ subject: '' }, 'A token still works.'],
    [{ subject: '', text: '' }, 'Report by mail'],
    [{ subject: ' \n ', isEncrypted: true }, 'Encrypted report by mail'],
    [{ subject: 'one\r\nBcc: x@y.test' }, 'one Bcc: x@y.test'],
    [{ subject: 'x'.repeat(300) }, `${'x'.repeat(199)}…`],
  ])('titles %o', (more, title) => {
    expect(reportFromMail({ ...mail, ...more }).title).toBe(title)
  })

  it.each([null, 'nobody', 'a@b', `${'a'.repeat(300)}@example.net`])('takes %j for no contact', (address) => {
    expect(reportFromMail({ ...mail, sender: { name: '', address } })).toMatchObject({
      contactEmail: null,
      contactName: null,
    })
  })

  it('says where the rest of a long text is, and has the whole of it', () => {
    const text = 'word '.repeat(20_000).trim()
    const { description, rest } = reportFromMail({ ...mail, text })
    expect([...description].length).toBeLessThanOrEqual(60_000)
    expect(description).toMatch(/attached: whole-mail\.txt\]$/)
    expect(rest).toEqual({ name: 'whole-mail.txt', text })
  })
})

describe('fitted', () => {
  it('counts characters as people do, and never cuts one in two', () => {
    expect(fitted('😀'.repeat(10), 10, '[more]')).toEqual({ text: '😀'.repeat(10), isCut: false })
    expect(fitted('😀'.repeat(11), 10, '[more]')).toEqual({ text: '😀😀\n\n[more]', isCut: true })
  })
})
