import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEarlyText, earlyTextKinds, type EarlyTextKind } from './early-text'
import type { Secrets } from './leak-lint'

const secrets: Secrets = {
  title: 'Template names escape the folder',
  identifiers: ['MAR-7K3QX', 'DDA-2026-7K3Q-X9AB'],
  reporters: ['Wren Oduya'],
  weaknesses: ['CWE-22'],
}
const secret = { isAnnounced: false, line: null }
const check = (text: string, kind: EarlyTextKind = 'commit_message') =>
  checkEarlyText(text, kind, secrets, secret)

describe('a text that goes public early', () => {
  it('is answered with each finding, its place and what to write instead', () => {
    const text = 'Tidy the reader\n\nPrevents a path-traversal, see MAR-7K3QX.\nThanks to Wren Oduya'
    expect(check(text)).toMatchObject({
      isStopped: true,
      findings: [
        { kind: 'give_away', found: 'path-traversal', line: 3, column: 12, proposal: 'path' },
        { kind: 'identifier', found: 'MAR-7K3QX', line: 3, column: 32, proposal: '' },
        { kind: 'reporter', found: 'Wren Oduya', line: 4, column: 11, proposal: '' },
      ],
      neutral: 'Maintenance update',
    })
  })

  it.each<[EarlyTextKind, string, string]>([
    ['branch', 'fix/MAR-7K3QX', 'identifier'],
    ['branch', 'wren-oduya/patch-1', 'reporter'],
    ['pull_request', 'Check template names', 'title'],
    ['commit_message', 'See ABCD-EFG1-2345-6789-ABCD-EFGH-JKMN-PQRS', 'receipt'],
    ['release_note', '2.4.7 fixes CVE-2026-12345', 'identifier'],
    ['commit_message', 'Fix a stack overflow', 'give_away'],
  ])('is stopped as a %s: “%s”', (kind, text, found) => {
    const answer = check(text, kind)
    expect(answer.findings.map((one) => one.kind)).toContain(found)
    expect(answer.isStopped).toBe(true)
  })

  it('asks to look at a word of the weakness and at part of the reporter’s name, without stopping', () => {
    const answer = check('Resolve each pathname once, as Oduya has it')
    expect(answer.findings.map(({ kind, level }) => [kind, level])).toEqual([
      ['weakness', 'look'],
      ['reporter', 'look'],
    ])
    expect(answer.isStopped).toBe(false)
  })

  it('takes no commit hash for a receipt', () => {
    expect(check('Reverts 0123456789abcdef0123456789abcdef')).toMatchObject({ findings: [], neutral: null })
  })

  it('proposes what tells nothing, whatever the vulnerability and its reporter are called', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(...earlyTextKinds), (title, reporter, kind) => {
        const known = { ...secrets, title, reporters: [`${reporter} Oduya`] }
        const { neutral } = checkEarlyText('a CVE', kind, known, secret)
        expect(neutral).not.toBeNull()
        expect(checkEarlyText(neutral ?? '', kind, known, secret).isStopped).toBe(false)
      }),
    )
  })

  it('demands of a release note after the announcement that it says so, and nothing of a commit', () => {
    const announced = { isAnnounced: true, line: null }
    expect(checkEarlyText('2.4.7 tidies up.', 'release_note', secrets, announced)).toMatchObject({
      isStopped: true,
      findings: [{ kind: 'not_said', line: null }],
    })
    expect(checkEarlyText('2.4.7 is a security fix.', 'release_note', secrets, announced).findings).toEqual(
      [],
    )
    expect(checkEarlyText('fixes CVE-2026-1234', 'commit_message', secrets, announced).findings).toEqual([])
  })
})
