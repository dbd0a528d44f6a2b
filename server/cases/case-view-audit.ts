import type { Instant } from '@/lib/instant'
import type { NameOf } from './case-view-names'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'
import { auditPlace } from './record-audit'

/** What the search for similar problems found, or why nobody searched. */
export interface AuditView {
  waived: boolean
  searched: string | null
  found: string | null
  waivedBecause: string | null
  by: string
  at: Instant
  version: number
}

/** The audit with its texts opened; null: not recorded yet. */
export function auditView(found: FoundCase, { audit }: CaseRows, nameOf: NameOf): AuditView | null {
  if (audit === null) return null
  const open = (column: 'searched' | 'found' | 'waivedBecause') => {
    const text = audit[column]
    return text ? found.vault.open(auditPlace(found.case.id, column), text) : null
  }
  return {
    waived: audit.waived,
    searched: open('searched'),
    found: open('found'),
    waivedBecause: open('waivedBecause'),
    by: nameOf(audit.recordedBy),
    at: audit.recordedAt,
    version: audit.version,
  }
}
