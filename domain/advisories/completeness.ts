import type { LineStatus } from '@/domain/backports/line-status'
import type { Severity } from '@/domain/severity/severity'
import type { AdvisoryDraft } from './advisory-draft'
import { openConsents, publicCredits, type CreditEntry } from './credit-ledger'

export const advisoryParts = [
  'title',
  'summary',
  'impact',
  'affected_versions',
  'actions',
  'severity',
  'credit',
  'cve',
] as const
export type AdvisoryPart = (typeof advisoryParts)[number]

/** A part the advisory cannot be announced without, and what to do. */
export interface MissingPart {
  part: AdvisoryPart
  reason: string
}

function creditGap(draft: AdvisoryDraft, credits: readonly CreditEntry[]): string | null {
  if (draft.creditDecision === null) return 'Decide who is credited.'
  if (draft.creditDecision === 'nobody') {
    const willing = credits.filter(({ consent }) => consent === 'accepted')
    if (willing.length > 0)
      return `${willing.map(({ name }) => name).join(', ')} accepted the credit: print it.`
    return draft.noCreditReason === null ? 'Say why nobody is credited.' : null
  }
  const open = openConsents(credits)
  if (open.length > 0)
    return `Not answered yet how they want to be credited: ${open.map(({ name }) => name).join(', ')}.`
  return publicCredits(credits).length === 0
    ? 'Nobody in the ledger may be printed: add a credit, or decide to credit nobody.'
    : null
}

function versionsGap(lines: readonly LineStatus[]): string | null {
  const affected = lines.filter(({ affectedness }) => affectedness === 'affected')
  if (affected.length === 0) return 'Mark the release lines that are affected.'
  const undecided = affected.filter(({ plan }) => plan === null)
  return undecided.length > 0
    ? `Choose what these lines get: ${undecided.map(({ line }) => line.name).join(', ')}.`
    : null
}

/**
 * What the advisory lacks, in the order of the page; empty: it is complete. Affected and fixed versions come from the lines, so
 * they lack only what the lines do not say. Source: gate “advisory complete”, ISO/IEC 29147 section 7.
 */
export function missingParts(
  draft: AdvisoryDraft,
  severity: Severity | null,
  lines: readonly LineStatus[],
  credits: readonly CreditEntry[],
): MissingPart[] {
  const gaps: Record<AdvisoryPart, string | null> = {
    title: draft.title === null ? 'Write a title.' : null,
    summary: draft.summary === null ? 'Write a summary.' : null,
    impact: draft.impact === null ? 'Say what an attacker can do.' : null,
    affected_versions: versionsGap(lines),
    actions: draft.actions === null ? 'Say what users must do.' : null,
    severity: severity === null ? 'Classify the severity.' : null,
    credit: creditGap(draft, credits),
    cve:
      draft.cveId === null && draft.noCveReason === null
        ? 'Enter the CVE id, or say why there is none.'
        : null,
  }
  return advisoryParts.flatMap((part) => {
    const reason = gaps[part]
    return reason === null ? [] : [{ part, reason }]
  })
}
