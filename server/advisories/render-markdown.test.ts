import { expect, it } from 'vitest'
import { renderMarkdown } from './render-markdown'

it('keeps the usual marks', () => {
  expect(renderMarkdown('**bold** and `code`\n\n- one\n- two')).toBe(
    '<p><strong>bold</strong> and <code>code</code></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n',
  )
})

it('gives links away to nobody', () => {
  expect(renderMarkdown('[here](https://example.org) and https://example.com')).toBe(
    '<p><a href="https://example.org" rel="nofollow noreferrer">here</a> and <a href="https://example.com" rel="nofollow noreferrer">https://example.com</a></p>\n',
  )
})

it.each([
  ['<script>alert(1)</script>', '&lt;script&gt;'],
  ['<img src=x onerror=alert(1)>', '&lt;img'],
  ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
  ['[x](data:text/html,hi)', '[x](data:text/html,hi)'],
  ['[x](//evil.example)', '[x](//evil.example)'],
  ['![a cat](https://tracker.example/cat.png)', '<p>a cat</p>'],
  ['![a "<b>](https://tracker.example/cat.png)', 'a &quot;&lt;b&gt;'],
])('lets nothing through in %s', (text, kept) => {
  const html = renderMarkdown(text)
  expect(html).toContain(kept)
  expect(html).not.toMatch(/<(?:script|img|iframe|b)\b|href="(?:javascript|data|\/\/)/i)
})

it('cuts what is too long', () => {
  expect(renderMarkdown('a'.repeat(200_000)).length).toBeLessThan(70_000)
})

it.each([
  '>'.repeat(60_000),
  '['.repeat(60_000),
  '*a_'.repeat(20_000),
  '`'.repeat(60_000),
  '- '.repeat(30_000),
])('takes no more than a moment over hostile text %#', (text) => {
  const before = performance.now()
  renderMarkdown(text)
  expect(performance.now() - before).toBeLessThan(5_000)
})
