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
  ['<security AT example DOT org>', 'security@example.org'],
  ['<security at example dot org>', 'security@example.org'],
  ["security 'at' example 'dot' org", 'security@example.org'],
  ['security "at" example "dot" org', 'security@example.org'],
  ['security (a) example (punkt) org', 'security@example.org'],
  ['security (ät) example (punkt) org', 'security@example.org'],
  ['security[ At ]example[ Dot ]org', 'security@example.org'],
  ['security |at| example |dot| org', 'security@example.org'],
  ['security--at--example--dot--org', 'security@example.org'],
  ['security-at-example-dot-org', 'security@example.org'],
  ['security_at_example_dot_org', 'security@example.org'],
  ['security ⓐ example.org', 'security@example.org'],
  ['security%40example.org', 'security@example.org'],
  ['security@ example.org', 'security@example.org'],
  ['sec\u200burity@exam\u2060ple.org', 'security@example.org'],
  ['security@NOSPAM.example.org (remove NOSPAM)', 'security@example.org'],
  ['security-nospam@example.org', 'security@example.org'],
  ['securityBANANA@example.org, without the word BANANA', 'security@example.org'],
  ['security@example.org.Please be kind', 'security@example.org'],
  ['jane.doe at gmail.com with the details', 'jane.doe@gmail.com'],
  ['mailto:security@example.org', 'security@example.org'],
  ['my_name+sec@sub-domain.example.co.uk.', 'my_name+sec@sub-domain.example.co.uk'],
])('%s', (written, address) => {
  const { text } = plainText(`Mail to ${written}`)
  expect(mailAddressesIn(text).map((one) => one.address)).toEqual([address])
})

it.each([
  'Look at example.org for more.',
  'E-mail us at example.org.',
  'Contact me at gmail.com.',
  'There are two kinds: issues (a) example.org and (b) others.',
  '![our address](address.png)',
  'Work on security (at least in part) example.',
  'We take security at example.org seriously.',
  'The package @example/thing is in scope.',
  'Follow @example on the network.',
  'Meet us at ten. Dot your i.',
  'git@github.example',
])('no address: %s', (text) => {
  expect(mailAddressesIn(text).filter(({ address }) => !address.startsWith('git@'))).toEqual([])
})

it.each([
  'security@NOSPAM.example.org (remove NOSPAM)',
  'security at example.org',
  'jane.doe at gmail.com',
  'your-name@example.org',
])('a person confirms: %s', (written) => {
  expect(mailAddressesIn(`Please mail ${written}`)).toMatchObject([{ isPlain: true }])
})
