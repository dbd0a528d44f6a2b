import type { LeakFinding } from './leak-lint'

/** What says the same of ordinary work; the first that fits counts. */
const instead: ReadonlyArray<{ of: RegExp; write: string }> = [
  { of: /overflow|underflow|bounds/i, write: 'size' },
  { of: /vulnerab|vuln|exploit|cve|ghsa|cwe|poc/i, write: 'issue' },
  { of: /denial|dos/i, write: 'load' },
  { of: /xss|cross.?site.?script|script|html/i, write: 'output' },
  { of: /traversal|travers/i, write: 'path' },
  { of: /inject/i, write: 'input' },
  { of: /saniti[sz]|escap|harden/i, write: 'process' },
  { of: /bypass|auth|privilege|unauthor/i, write: 'access' },
  { of: /csrf|xsrf|ssrf|forgery|smuggl|redirect/i, write: 'request' },
]

/** A neutral word for what was found; empty: nothing says it neutrally, leave it out. */
export function neutralWord(kind: LeakFinding['kind'], found: string): string {
  if (kind !== 'give_away' && kind !== 'weakness') return ''
  return instead.find(({ of }) => of.test(found))?.write ?? ''
}
