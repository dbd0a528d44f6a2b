import type { ResolutionKind } from '@/domain/cases/case-event'
import { stageOf, type Stage } from '@/domain/cases/stage'
import { undoAssignment } from '@/domain/cases/undo-assignment'
import type { Rating } from '@/domain/severity/rating'
import type { Instant } from '@/lib/instant'
import { environment } from '@/server/kernel/environment'
import { titleOf } from './case-title'
import type { NameOf } from './case-view-names'
import type { CaseRows } from './case-view-rows'
import type { FoundCase } from './load-case'

/** How another case stands to this one. */
export type CaseRelation =
  | 'duplicate_of'
  | 'repeated_by'
  | 'follows'
  | 'followed_by'
  | 'split_into'
  | 'split_from'
  /** What the audit of this one found. */
  | 'found_here'
  | 'found_by_audit'

/** Which case it is, where it stands and who is on it. */
export interface CaseHeader {
  id: string
  reference: string
  title: string
  project: { id: string; name: string; slug: string }
  /** It ships to npm, and this desk asks no registry whether a release is there. */
  isNpmUnasked: boolean
  /** Where the desk is reached, for links that are copied from here. */
  baseUrl: string
  policy: {
    /** Another project's, from where the case was moved; null: its own. */
    of: string | null
    version: number
    latestVersion: number
    since: Instant
    silenceDays: number
    timeZone: string
  }
  stage: Stage
  rating: Rating | null
  isRestricted: boolean
  tags: string[]
  /** Waits aside until somebody releases it or calls it spam. */
  isHeld: boolean
  receivedAt: Instant
  handler: { id: string; name: string } | null
  /** The handler is out of office: until when, and who stands in. */
  handlerAway: { until: Instant; standIn: string | null } | null
  /** One was told of something here, and has not read it. */
  hasUnreadNews: boolean
  /** The last assignment, while it can be taken back; null: it cannot. */
  undoable: { to: string; from: string | null; fromName: string | null } | null
  acknowledgedAt: Instant | null
  confirmed: { at: Instant; by: string; reproduction: string | null } | null
  announcedAt: Instant | null
  resolution: { kind: ResolutionKind; at: Instant } | null
  related: { relation: CaseRelation; reference: string }[]
  waitsForReporter: boolean
  team: { id: string; name: string; role: string }[]
  participants: { id: string; name: string; as: 'handler' | 'collaborator'; since: Instant }[]
}

/** The head of the page; the title and how it was reproduced are opened. */
export function headerOf(found: FoundCase, rows: CaseRows, nameOf: NameOf, now: Instant): CaseHeader {
  const { case: row, vault } = found
  const { project, record } = rows
  return {
    id: row.id,
    reference: row.reference,
    title: titleOf(found),
    project: { id: project.id, name: project.name, slug: project.slug },
    isNpmUnasked:
      !environment().NPM_REGISTRY_URL && project.packages.some((purl) => purl.startsWith('pkg:npm/')),
    baseUrl: environment().BASE_URL,
    stage: stageOf(record.facts),
    rating: row.rating,
    isRestricted: row.isRestricted,
    tags: rows.tags,
    isHeld: row.isHeld,
    receivedAt: row.receivedAt,
    handler: row.handlerId === null ? null : { id: row.handlerId, name: nameOf(row.handlerId) },
    handlerAway: rows.handlerAway,
    hasUnreadNews: rows.hasUnreadNews,
    undoable: undoableAssignment(record, rows.team, nameOf, now),
    acknowledgedAt: row.acknowledgedAt,
    confirmed:
      row.confirmedAt === null
        ? null
        : {
            at: row.confirmedAt,
            by: row.confirmedBy === null ? '' : nameOf(row.confirmedBy),
            reproduction: row.reproduction
              ? vault.open({ table: 'cases', row: row.id, column: 'reproduction' }, row.reproduction)
              : null,
          },
    announcedAt: row.announcedAt,
    resolution:
      row.resolution === null || row.resolvedAt === null
        ? null
        : { kind: row.resolution, at: row.resolvedAt },
    related: rows.related,
    policy: {
      of: project.policyOf,
      version: project.policyVersion,
      latestVersion: project.latestVersion,
      since: project.policySince,
      silenceDays: record.terms.silenceDays,
      timeZone: record.terms.businessCalendar.timeZone,
    },
    waitsForReporter: row.waitsForReporter,
    team: rows.team.map(({ personId, name, role }) => ({ id: personId, name, role })),
    participants: rows.participants.map(({ personId, name, as, since }) => ({
      id: personId,
      name,
      as,
      since,
    })),
  }
}

/** The assignment that `cases.undoAssignment` would take back now. */
function undoableAssignment(
  { facts, events }: CaseRows['record'],
  team: CaseRows['team'],
  nameOf: NameOf,
  now: Instant,
): CaseHeader['undoable'] {
  const last = events.findLast((event) => event.type === 'handler_assigned')
  if (last?.type !== 'handler_assigned') return null
  const { to, from } = last.data
  if (!undoAssignment({ facts, events }, { to, from }, team, now).ok) return null
  return { to, from, fromName: from === null ? null : nameOf(from) }
}
