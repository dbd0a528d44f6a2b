import { expect, it } from 'vitest'
import { isReadableAddress, refusalPage } from './refusal-page'

it('carries the nonce on its style, the language, and no script', () => {
  const page = refusalPage({ status: 413, title: 'Zu groß', body: [], wayBack: 'Zurück.' }, 'abc', 'de')
  expect(page).toContain('<style nonce="abc">')
  expect(page).toContain('<html lang="de">')
  expect(page).not.toContain('<script')
})

it('escapes what it is given', () => {
  const page = refusalPage({ status: 400, title: '<img src=x>', body: ['"&"'], wayBack: 'Back.' }, 'abc')
  expect(page).toContain('&#60;img src=x&#62;')
  expect(page).toContain('&#34;&#38;&#34;')
})

it.each([
  ['/projects/marmotte', true],
  ['/projects/caf%C3%A9', true],
  ['/projects/%00', true],
  ['/projects/%ff', false],
  ['/projects/%ed%a0%80', false],
  ['/projects/%', false],
])('knows whether %s stands for text', (path, isReadable) => {
  expect(isReadableAddress(path)).toBe(isReadable)
})
