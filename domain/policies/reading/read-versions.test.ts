import { expect, it } from 'vitest'
import { readPolicy } from './read-policy'

/** `+` supported, `-` not, with `?` where a person has to confirm. */
const read = (text: string) =>
  readPolicy(text)
    .find(({ part }) => part === 'supportedVersions')!
    .values.map(({ value, confidence }) => {
      const { versions, isSupported } = value as { versions: string; isSupported: boolean }
      return `${isSupported ? '+' : '-'}${versions}${confidence === 'sure' ? '' : '?'}`
    })
const table = (head: string, ...rows: string[]) =>
  [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n')

it.each([
  ['a note about the end beside a tick', table('Version | Supported | Notes', '2.x | ✅ | EOL 2027-04', '1.x | Yes | no known EOL', '0.9 | ❌ |'), ['+2.x', '+1.x', '-0.9']],
  ['two columns, of which security counts', table('Version | Bug fixes | Security fixes', '3.x | Yes | Yes', '2.x | No | Yes', '1.x | No | No'), ['+3.x', '+2.x', '-1.x']],
  ['x as a cross beside ticks', table('Version | Supported', '2.x | ✓', '1.x | x', '0.x | X'), ['+2.x', '-1.x', '-0.x']],
  ['x as a tick beside nothing', table('Version | Supported', '2.x | x', '1.x | '), ['+2.x?', '-1.x?']],
  ['x everywhere says nothing', table('Version | Supported', '2.x | x', '1.x | x'), []],
  ['squares', table('Version | Supported', '3 | 🟩', '2 | 🟨', '1 | 🟥'), ['+3', '+2?', '-1']],
  ['short names of emoji', table('Version | Supported', '3 | :white_check_mark:', '2 | :x:', '1 | :warning:'), ['+3', '-2', '+1?']],
  ['some fixes only', table('Version | Supported', '3.x | ✅', '2.x | ⚠️ critical fixes only', '1.x | 🚫'), ['+3.x', '+2.x?', '-1.x']],
  ['dates need a person', table('Version | Supported until', '3.x | 2028-01-01', '2.x | 2020-01-01'), ['+3.x?', '+2.x?']],
  ['heavy marks and a dash', table('Version | Security fixes', '3.x | ✔️', '2.x | ✖️', '1.x | -'), ['+3.x', '-2.x', '-1.x?']],
  ['the judging column first', table('Supported | Version', ':heavy_check_mark: | 3.x', ':x: | < 3'), ['+3.x', '-< 3']],
  ['states in words', table('Release | State', '5.x | Active LTS', '4.x | Maintenance (security updates only)', '3.x | End-of-life', '2.x | no longer supported'), ['+5.x', '+4.x', '-3.x', '-2.x']],
  ['a table in HTML', '<table>\n<tr><th>Version</th><th>Supported</th></tr>\n<tr><td>2.x</td><td>✅</td></tr>\n<tr><td>1.x</td><td>❌</td></tr>\n</table>', ['+2.x', '-1.x']],
  ['a list with words', '## Supported versions\n- 3.x ✅\n- 2.x: supported\n- 1.x: end of life', ['+3.x', '+2.x', '-1.x']],
  ['a list under a lead', 'We support these versions:\n- 3.x\n- 2.x\n\n## Unsupported versions\n- 1.x', ['+3.x', '+2.x', '-1.x']],
  ['a list of what is not supported', 'The following versions are no longer supported:\n\n- 1.x\n- 0.9', ['-1.x', '-0.9']],
  ['sentences', 'Only 4.x and 5.x receive security updates. 3.x is end of life.', ['+4.x and 5.x?', '-3.x?']],
] as const)('%s', (_name, text, expected) => {
  expect(read(text)).toEqual(expected)
}) // prettier-ignore

it('quotes the line of a row in HTML', () => {
  const text =
    'Hello.\n\n<table>\n<tr><th>Version</th><th>Supported</th></tr>\n<tr><td>2.x</td>\n<td>yes</td></tr>\n</table>'
  const [value] = readPolicy(text).find(({ part }) => part === 'supportedVersions')!.values
  expect(value!.evidence).toMatchObject([{ line: 5, sentence: '2.x | yes' }])
})
