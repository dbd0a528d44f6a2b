import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from './html-to-text'
import { textOfMail } from './text-of-mail'

describe('htmlToText', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One<br>Two<br/>Three', 'One\nTwo\nThree'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['<b>Bold</b>ly', 'Boldly'],
    ['a &lt;b&gt; &amp;amp; &#228; &#x1F600; &nope; &#0;', 'a <b> &amp; ä 😀 &nope; \uFFFD'],
    ['<a href="https://x.test/a?b=1&amp;c">here</a>', 'here (https://x.test/a?b=1&c)'],
    ['<a href="https://x.test">https://x.test</a>', 'https://x.test'],
    ['<a href="mailto:a@b.test">a@b.test</a>', 'a@b.test'],
    ['<a href="javascript:evil()">here</a>', 'here'],
    ['<a href="data:text/html,x">here</a>', 'here'],
    ['<script>alert(1)</script>A', 'A'],
    ['<SCRIPT>alert(1)</Script >A', 'A'],
    ['<script>never closed', ''],
    ['<style>p{}</style>A', 'A'],
    ['<head><title>T</title></head>A', 'A'],
    ['<head>never closed <p>A', 'never closed\n\nA'],
    ['<!-- a > b -->A', 'A'],
    ['<!-- never closed', ''],
    ['<!DOCTYPE html><?xml ?>A', 'A'],
    ['<img alt="x>y" src="z">A', 'A'],
    ['1 < 2 and <3', '1 < 2 and <3'],
    ['<pre>a\n  b\n</pre>', 'a\n  b'],
    ['<blockquote>Quoted<br>twice</blockquote>Mine', '> Quoted\n> twice\n\nMine'],
    ['<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>', '1 2\n3'],
    ['a\n   b\t c', 'a b c'],
    ['<p', '<p'],
    ['', ''],
  ])('%j', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it('never throws, and leaves no tag of a script behind', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '=',
      '<p>',
      '</p>',
      '<script>',
      '</script>',
      '<a href=',
      '<!--',
      '-->',
      '&lt;',
      '&#',
      'x',
      ' ',
      '<pre>',
      '<blockquote>',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        expect(htmlToText(parts.join(''))).not.toMatch(/<script>/i)
      }),
    )
  })

  it.each([
    ['openings', '<a b="'],
    ['comments', '<!--'],
    ['silent parts', '<select>'],
    ['quotes', '<blockquote>'],
    ['links', '<a href="https://x.test">'],
    ['entities', '&#x'],
    ['line breaks', '<br>'],
  ])('takes a second at most for megabytes of %s', (_name, piece) => {
    const begun = performance.now()
    htmlToText(`${piece.repeat(Math.ceil(2_000_000 / piece.length))}>`)
    expect(performance.now() - begun).toBeLessThan(1000)
  })
})

describe('textOfMail', () => {
  const html = `<p>${'A whole report. '.repeat(20)}</p>`
  it.each([
    [
      'plain over HTML',
      { plain: 'This is the plain part of this mail, and it is long enough.', html },
      'This is the plain part of this mail, and it is long enough.',
    ],
    ['HTML where the plain part says nothing', { plain: ' \n', html: '<p>A</p>' }, 'A'],
    [
      'HTML where the plain part only points to it',
      { plain: 'See HTML.', html },
      'A whole report. '.repeat(20).trim(),
    ],
    ['a short plain part beside a short HTML part', { plain: 'Thanks.', html: '<p>Thanks.</p>' }, 'Thanks.'],
    ['no HTML', { plain: 'A', html: '' }, 'A'],
    ['nothing', { plain: '', html: '' }, ''],
  ])('chooses %s', (_name, parts, text) => {
    expect(textOfMail(parts)).toBe(text)
  })
})
