import { expect, it } from 'vitest'
import { announced, fixedIn } from '@/test/sample-advisory'
import { toInstant } from '@/lib/instant'
import { atomFeed } from './atom-feed'

const place = { title: 'A\u0000B', description: 'All', page: '/', path: '/feed.atom', since: toInstant(0) }

it('holds nothing that XML cannot, whatever an advisory says', () => {
  const document = {
    ...announced([fixedIn('2.4.x', '2.4.7')]),
    title: 'One\u0000two\u001b ]]> <script> \ud800 & "more" \uffff',
    summary: 'x\u0008 ]]> <b>bold</b> **strong**',
  }
  const { text } = atomFeed(place, [document])
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/)
  expect(text).toBe(Buffer.from(text).toString())
  expect(text).not.toContain('<script>')
  expect(text).not.toContain('<b>')
  expect(text).toContain('<title>AB</title>')
  // Every ]]> closes the section it stands in.
  expect(text.match(/<!\[CDATA\[/g)?.length ?? 0).toBe(text.match(/\]\]>/g)?.length ?? 0)
})

it('says that an advisory is withdrawn', () => {
  const document = { ...announced([fixedIn('2.4.x', '2.4.7')]), status: 'withdrawn' as const }
  expect(atomFeed(place, [document]).text).toContain('Withdrawn: Marmotte: Template names')
})
