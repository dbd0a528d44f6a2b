import type { Severity } from '@/domain/severity/severity'
import { recommendedPace, type Pace, type PaceAnswers } from '@/domain/severity/ssvc'
import type { Weakness } from '@/domain/severity/weakness'
import type { Instant } from '@/lib/instant'
import { knownWeaknesses } from '@/server/severity/weakness-catalogue'
import type { NameOf } from './case-view-names'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'
import { openPace } from './pace-record'
import { assessmentPlace, openOpinion, openSeverity } from './severity-record'

/** One classification of the case; the newest is the one that counts. */
export interface AssessmentView {
  id: string
  severity: Severity
  reason: string | null
  by: string
  at: Instant
}

/** What somebody thinks of the severity, whatever was decided. */
export interface OpinionView {
  personId: string
  by: string
  severity: Severity
  reason: string | null
  at: Instant
}

export interface PaceView {
  answers: PaceAnswers
  pace: Pace
  by: string
  at: Instant
  version: number
}

/** All that a case page shows of the severity. */
export function severityView(found: FoundCase, rows: CaseRows, nameOf: NameOf) {
  const assessments: AssessmentView[] = rows.assessments.map((row) => ({
    id: row.id,
    severity: openSeverity(found, row),
    reason: row.reason ? found.vault.open(assessmentPlace(row.id, 'reason'), row.reason) : null,
    by: nameOf(row.scoredBy),
    at: row.scoredAt,
  }))
  const opinions: OpinionView[] = rows.opinions.map((row) => ({
    personId: row.personId,
    by: nameOf(row.personId),
    ...openOpinion(found, row),
    at: row.scoredAt,
  }))
  const named = [...assessments, ...opinions].flatMap(({ severity }) => severity.cwes)
  const weaknesses: Weakness[] = knownWeaknesses([...new Set(named)])
  return { assessments, opinions, weaknesses, pace: paceView(found, rows, nameOf) }
}

function paceView(found: FoundCase, { pace: row }: CaseRows, nameOf: NameOf): PaceView | null {
  if (!row) return null
  const answers = openPace(found, row)
  return {
    answers,
    pace: recommendedPace(answers),
    by: nameOf(row.decidedBy),
    at: row.decidedAt,
    version: row.version,
  }
}
