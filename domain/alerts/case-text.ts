import type { AlertContent } from './alert-content'

/** What the report of a case says that was made of an alert: everything the alert said, in words. */
export function caseTextOf(content: AlertContent): {
  title: string
  description: string
  affectedVersions: string | null
} {
  const {
    title,
    description,
    dependency,
    manifest,
    vulnerableRange,
    fixedIn,
    identifiers,
    cwes,
    vector,
    url,
  } = content
  const facts: [string, string | null][] = [
    ['Dependency', dependency],
    ['Named in', manifest && `${content.repository}, ${manifest}`],
    ['Vulnerable', vulnerableRange],
    ['Fixed in', fixedIn],
    ['Known as', identifiers.join(', ') || null],
    ['Weakness', cwes.join(', ') || null],
    ['CVSS', vector],
    ['At GitHub', url],
  ]
  const listed = facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return {
    title,
    description: [description, listed.join('\n')].filter(Boolean).join('\n\n'),
    affectedVersions: [dependency, vulnerableRange].filter(Boolean).join(' ') || null,
  }
}
