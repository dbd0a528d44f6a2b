import { expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

const asked = (method: string, headers: Record<string, string>) =>
  isSameOrigin({ method, headers: new Headers({ host: 'desk.example', ...headers }) })

it.each([
  ['a link from elsewhere', 'GET', { 'sec-fetch-site': 'cross-site' }, true],
  ['our own form', 'POST', { 'sec-fetch-site': 'same-origin', origin: 'https://desk.example' }, true],
  [
    'our own form behind a proxy that renames the host',
    'POST',
    { 'sec-fetch-site': 'same-origin', origin: 'https://public.example' },
    true,
  ],
  ['our own form in a browser without fetch metadata', 'POST', { origin: 'https://desk.example' }, true],
  [
    'our own form, host named by a proxy',
    'POST',
    { origin: 'https://public.example', 'x-forwarded-host': 'public.example, inner' },
    true,
  ],
  ['a person reloading an answer', 'POST', { 'sec-fetch-site': 'none' }, true],
  ['a program', 'POST', {}, true],
  ['a form elsewhere', 'POST', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
  ['a sister host', 'POST', { 'sec-fetch-site': 'same-site', origin: 'https://evil.desk.example' }, false],
  ['a form elsewhere, old browser', 'POST', { origin: 'https://evil.example' }, false],
  ['a host that only begins like ours', 'POST', { origin: 'https://desk.example.evil.example' }, false],
  ['another port', 'DELETE', { origin: 'https://desk.example:8443' }, false],
  ['a page that hides its origin', 'POST', { origin: 'null' }, false],
] as Array<[string, string, Record<string, string>, boolean]>)('%s', (_, method, headers, allowed) => {
  expect(asked(method, headers)).toBe(allowed)
})
