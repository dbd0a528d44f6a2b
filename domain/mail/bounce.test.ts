import { describe, expect, it } from 'vitest'
import { mailIdsIn, readBounce } from './bounce'

const id = '0b5c1d3e-1111-4222-8333-444455556666'

describe('readBounce', () => {
  it.each([
    ['Action: failed\nStatus: 5.1.1', true, '5.1.1'],
    ['action: FAILED\r\nstatus: 5.7.26 (blocked)', true, '5.7.26'],
    ['Action: delayed\nStatus: 4.4.1', false, '4.4.1'],
    ['Action: delivered\nStatus: 2.0.0', false, '2.0.0'],
    ['Hi. This is the qmail-send program. I failed.', true, null],
    ['550 5.1.1 no such user', true, '5.1.1'],
    ['This is a warning message only.\nThe mail is delayed.', false, null],
    ['', true, null],
  ])('%j', (text, isFailure, status) => {
    expect(readBounce(text)).toEqual({ isFailure, status })
  })
})

describe('mailIdsIn', () => {
  it('finds our ids, each once, whoever quotes them how', () => {
    expect(mailIdsIn(`Message-ID: <${id}@desk.test>\n> <${id.toUpperCase()}@desk.test>`)).toEqual([id])
    expect(mailIdsIn('<other@example.net>')).toEqual([])
    expect(mailIdsIn(`${id}@x `.repeat(100_000))).toEqual([id])
  })
})
