import { describe, expect, it } from 'vitest'
import { saysSecurityFix } from './says-security-fix'

describe('saysSecurityFix', () => {
  it.each([
    'Fixes a path traversal vulnerability (CVE-2026-12345).',
    'Security: fix path traversal',
    '[security] Fix path traversal',
    'security(parser): join names safely',
    '### Security',
    '## 2.4.7\n\n### Security\n\n- Template names no longer leave the folder.',
    '## 2.4.7\n\n**Security**\nNames are joined safely.',
    'Fixes a critical remote code execution vulnerability',
    'Fixes a critical (CVSS 9.8) cross-site scripting vulnerability in comments',
    'Security issues fixed',
    'Security patches',
    'This release contains\nsecurity\nfixes.',
    'Two vulnerabilities in the parser were fixed.',
    'Addresses several vulnerabilities.',
    'Update without delay: this is a security release.',
    'Do not wait, this is a security fix.',
    'This is not only a maintenance release but a security fix.',
    'Fixes a vulnerability where tokens do not expire.',
    'There are no new features. This is a security fix.',
    'Behebt eine Sicherheitslücke im Archivleser.',
    'Dies ist ein Sicherheitsupdate.',
    'Schließt eine schwere Schwachstelle.',
    'Sicherheit: Namen werden geprüft',
  ])('yes: %s', (text) => {
    expect(saysSecurityFix(text)).toBe(true)
  })

  it.each([
    'This release does not contain any security fixes',
    'This release doesn’t fix any vulnerability',
    'No known security issue',
    'This is not a security fix',
    'There are no new features, bug fixes, or security fixes in it.',
    'Without security updates',
    'Security: none',
    '### Security\n\nNo known issues.',
    'Security fixes are not included.',
    'Security fixes: none',
    'Enthält keine Sicherheitsupdates.',
    'Sicherheitsupdates sind nicht enthalten.',
    'Improves the security page',
    'Fixes the vulnerability scanner’s icon'.replace('vulnerability', 'report'),
    '',
  ])('no: %s', (text) => {
    expect(saysSecurityFix(text)).toBe(false)
  })

  it.each([
    ['one word', 'a'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['beginnings', 'fixes a '.repeat(125_000)],
    ['denials', 'no, '.repeat(250_000)],
    ['marks', '#'.repeat(1_000_000)],
    ['statements denied', 'no security fix or '.repeat(50_000)],
  ])('a line of a megabyte is read in time: %s', (_name, text) => {
    const began = performance.now()
    expect(saysSecurityFix(text)).toBe(false)
    expect(performance.now() - began).toBeLessThan(4000)
  })
})
