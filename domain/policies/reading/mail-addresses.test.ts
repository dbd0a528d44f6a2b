import { expect, it } from 'vitest'
import { mailAddressesIn } from './mail-addresses'
import { plainText } from './plain-text'

it.each([
  ['security@example.org', 'security@example.org'],
  ['security [at] example [dot] org', 'security@example.org'],
  ['security (at) example (dot) org', 'security@example.org'],
  ['security{at}example{dot}org', 'security@example.org'],
  ['security <at> example <dot> org', 'security@example.org'],
  ['security AT example DOT org', 'security@example.org'],
  ['security at example dot org', 'security@example.org'],
  ['security @ example . org', 'security@example.org'],
  ['security(@)example.org', 'security@example.org'],
  ['security@example[.]org', 'security@example.org'],
  ['securityATexampleDOTorg', 'security@example.org'],
  ['first [dot] last [at] mail [dot] example [dot] org', 'first.last@mail.example.org'],
  ['security&#64;example.org', 'security@example.org'],
  ['security&commat;example&period;org', 'security@example.org'],
  ['security&#x40;example&#46;org', 'security@example.org'],
  ['security@<span></span>example.org', 'security@example.org'],
  ['`security@example.org`', 'security@example.org'],
  ['**security@example.org**', 'security@example.org'],
  ['security＠example.org', 'security@example.org'],
  ['<security@example.org>', 'security@example.org'],
  ['my_name+sec@sub-domain.example.co.uk.', 'my_name+sec@sub-domain.example.co.uk'],
])('%s', (written, address) => {
  const { text } = plainText(`Mail to ${written}`)
  expect(mailAddressesIn(text).map((one) => one.address)).toEqual([address])
})

it.each([
  'Look at example.org for more.',
  'We take security at example.org seriously.',
  'The package @example/thing is in scope.',
  'Follow @example on the network.',
  'Meet us at ten. Dot your i.',
  'git@github.example',
])('no address: %s', (text) => {
  expect(mailAddressesIn(text).filter(({ address }) => !address.startsWith('git@'))).toEqual([])
})
