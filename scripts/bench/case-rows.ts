import { randomBytes, randomUUID } from 'node:crypto'
import type { people, projects, releaseLines } from '@/db/schema'
import { emptyDraft } from '@/domain/advisories/advisory-draft'
import { buildPublicDocument } from '@/domain/advisories/public-document'
import { publicAdvisoryId, publicIdBytes } from '@/domain/advisories/public-id'
import { lineBounds } from '@/domain/backports/line-range'
import type { CaseEvent } from '@/domain/cases/case-event'
import { caseReference, referenceBytes } from '@/domain/cases/reference'
import { stages, type Stage } from '@/domain/cases/stage'
import { reportFormSchema } from '@/domain/reports/report-form'
import { dayMs, hourMs, plusMs, type Instant } from '@/lib/instant'
import { genesis, hashOf } from '@/server/kernel/event-chain'
import type { CaseVault } from '@/server/kernel/sealing'
import { vault } from '@/server/kernel/vault'
import { sealReport } from '@/server/reports/report-content'
import { wordsOf } from '@/domain/search/words'
import { wordHash } from '@/server/search/word-index'
import { bytea, type Row } from './bulk-insert'
import type { Table } from './many-cases'

/** Where a case may belong. */
export interface Home {
  project: typeof projects.$inferSelect
  policyVersionId: string
  lines: (typeof releaseLines.$inferSelect)[]
  handler: typeof people.$inferSelect
}

type TableRow = [Table, Row]

/** Three of ten are open, as on a desk that has run for years; of the closed ones every second was announced. */
const turns: Stage[] = ['fixing', 'received', 'released', ...Array<Stage>(7).fill('closed')]
const ratings = ['low', 'medium', 'high', 'critical'] as const

interface Drawn extends Home {
  n: number
  caseId: string
  reportId: string
  stage: Stage
  isAnnounced: boolean
  rating: (typeof ratings)[number]
  receivedAt: Instant
  vault: CaseVault
}

/** All rows of the `n`th case. */
export function caseRows(home: Home, n: number, present: Instant): TableRow[] {
  const caseId = randomUUID()
  const key = vault().newCaseKey(caseId)
  const stage = turns[Math.floor(n / 5) % turns.length] ?? 'closed'
  const drawn: Drawn = {
    ...home,
    n,
    caseId,
    reportId: randomUUID(),
    stage,
    isAnnounced: stage === 'closed' && n % 2 === 0,
    rating: ratings[n % ratings.length] ?? 'low',
    // An open case is at most eight days old, and nothing about it is late.
    receivedAt: plusMs(
      present,
      -((stage === 'closed' ? 20 + (n % 380) : 1 + (n % 8)) * dayMs + (n % 997) * 60_000),
    ),
    vault: key.vault,
  }
  const happened = eventsOf(drawn)
  const rows: TableRow[] = [
    ['cases', caseRow(drawn, key.wrapped, plusMs(present, (2 + (n % 20)) * dayMs + n))],
    ['reports', reportRow(drawn)],
    ...messageRows(drawn),
    ...lineRows(drawn),
    ...severityRows(drawn),
    ...advisoryRows(drawn, happened),
    ...chainRows(drawn, happened),
  ]
  return [...rows, ...wordRows(drawn, rows)]
}

const later = ({ receivedAt }: Drawn, hours: number): Instant => plusMs(receivedAt, hours * hourMs)

const isPast = ({ stage }: Pick<Drawn, 'stage'>, reached: Stage): boolean =>
  stages.indexOf(stage) >= stages.indexOf(reached)
const isConfirmed = (drawn: Drawn): boolean =>
  drawn.isAnnounced || (drawn.stage !== 'closed' && isPast(drawn, 'confirmed'))

const taken = new Set<string>()

function freeReference(projectKey: string): string {
  const reference = caseReference(projectKey, randomBytes(referenceBytes))
  if (taken.has(reference)) return freeReference(projectKey)
  taken.add(reference)
  return reference
}

function caseRow(drawn: Drawn, wrappedKey: Uint8Array, nextDueAt: Instant): Row {
  const { caseId, project, stage, isAnnounced, handler } = drawn
  const isAcknowledged = isPast(drawn, 'acknowledged')
  const confirmedAt = isConfirmed(drawn) ? later(drawn, 8) : null
  return {
    id: caseId,
    reference: freeReference(project.key),
    project_id: project.id,
    policy_version_id: drawn.policyVersionId,
    wrapped_key: bytea(wrappedKey),
    title: bytea(
      drawn.vault.seal({ table: 'cases', row: caseId, column: 'title' }, sentReport(drawn.n).title),
    ),
    received_at: drawn.receivedAt,
    handler_id: isAcknowledged ? handler.id : null,
    acknowledged_at: isAcknowledged ? later(drawn, 2) : null,
    confirmed_at: confirmedAt,
    confirmed_by: confirmedAt && handler.id,
    is_restricted: false,
    resolution: stage === 'closed' && !isAnnounced ? 'not_reproducible' : null,
    resolved_at: stage === 'closed' && !isAnnounced ? later(drawn, 18) : null,
    announced_at: isAnnounced ? later(drawn, 18) : null,
    cwes: ['CWE-79'],
    rating: isAcknowledged ? drawn.rating : null,
    stage,
    next_due_at: stage === 'closed' ? null : nextDueAt,
    next_due_kind: stage === 'closed' ? null : 'keep_informed',
    next_escalation_at: stage === 'closed' ? null : nextDueAt,
    waits_for_reporter: false,
    changed_at: later(drawn, 18),
    version: 8,
  }
}

/** The whole index of the case, so that no job has to make up for it. Every case differs by its number, versions and public id. */
function wordRows({ n, caseId, reportId, stage, handler }: Drawn, rows: readonly TableRow[]): TableRow[] {
  const { title, description, impact } = sentReport(n)
  const row = (source: string, item: unknown, texts: readonly unknown[]): TableRow => [
    'case_words',
    {
      case_id: caseId,
      source,
      item,
      words: wordsOf(texts.join('\n')).map((word) => wordHash(word).toString()),
    },
  ]
  const of = (table: Table): Row[] => rows.filter(([into]) => into === table).map(([, stored]) => stored)
  const versions = of('line_statuses').flatMap(({ released_version }) => released_version ?? [])
  const publicIds = of('advisories').map(({ public_id }) => public_id)
  return [
    row('title', caseId, [title]),
    row('report', reportId, [title, description, impact]),
    row('signs', reportId, []),
    row('facts', caseId, ['CWE-79', ...versions, ...publicIds]),
    ...(isPast({ stage }, 'acknowledged') ? [row('handler', caseId, [handler.name])] : []),
    ...of('messages').map(({ id }) => row('message', id, [messageText])),
    ...of('advisories').map(({ id }) => {
      const { title, summary, impact, actions, noCveReason } = advisoryDraft(n)
      return row('advisory', id, [title, summary, impact, actions, noCveReason])
    }),
  ]
}

/** Stands in the title of one case. */
export const seldomWord = '777'
/** Stand in the title of every case, as the query of an address. */
export const commonWords = 'measured+problem'

const sentReport = (n: number) => ({
  title: `A measured problem, number ${n}`,
  description:
    'A text of the length that reports have on average, to be opened when the case is shown. '.repeat(8),
  impact: 'Somebody can do what they should not.',
  contactName: 'Measured Reporter',
  contactEmail: 'reporter@example.org',
})

function reportRow(drawn: Drawn): Row {
  const { caseId, reportId, project } = drawn
  const form = reportFormSchema.parse(sentReport(drawn.n))
  const { content, contact } = sealReport(drawn.vault, reportId, form)
  return {
    id: reportId,
    project_id: project.id,
    case_id: caseId,
    policy_version_id: drawn.policyVersionId,
    channel: 'web',
    received_at: drawn.receivedAt,
    receipt_hash: vault().keyedHash('receipt', reportId),
    submission_hash: vault().keyedHash('submission', reportId),
    content: bytea(content),
    contact: contact && bytea(contact),
    time_zone: 'UTC',
  }
}

const messageText = 'What one writes in such a case: a few sentences. '.repeat(4)
const messageIds = ['response', 'note'] as const

function messageRows(drawn: Drawn): TableRow[] {
  if (!isPast(drawn, 'acknowledged')) return []
  return messageIds.map((kind, index) => {
    const id = randomUUID()
    const body = drawn.vault.seal({ table: 'messages', row: id, column: 'body' }, messageText)
    return [
      'messages',
      {
        id,
        case_id: drawn.caseId,
        report_id: kind === 'note' ? null : drawn.reportId,
        audience: kind === 'note' ? 'team' : 'reporter',
        kind,
        author_id: drawn.handler.id,
        body: bytea(body),
        sent_at: later(drawn, 3 + index),
      },
    ]
  })
}

function lineRows(drawn: Drawn): TableRow[] {
  if (!isPast(drawn, 'acknowledged')) return []
  return drawn.lines.map((line) => {
    const plan = isConfirmed(drawn) ? 'fix' : null
    const isOut = plan !== null && drawn.stage !== 'fixing' && !line.isDevelopment
    const version = `${lineBounds(line.range)?.min.replace(/\d+$/, '9')}`
    return [
      'line_statuses',
      {
        id: randomUUID(),
        case_id: drawn.caseId,
        line_id: line.id,
        affectedness: plan === null ? 'unknown' : 'affected',
        plan,
        proposed_plan: plan,
        work: plan === null ? null : isOut ? 'released' : 'in_progress',
        released_version: isOut ? version : null,
        released_at: isOut ? later(drawn, 12) : null,
        release_url: isOut ? `https://git.example.org/releases/${version}` : null,
        version: 3,
        changed_by: drawn.handler.id,
        changed_at: later(drawn, 12),
      },
    ]
  })
}

function severityRows(drawn: Drawn): TableRow[] {
  if (!isPast(drawn, 'acknowledged')) return []
  const id = randomUUID()
  const severity = JSON.stringify({ rating: drawn.rating, cvss: [], cwes: ['CWE-79'] })
  return [
    [
      'severity_assessments',
      {
        id,
        case_id: drawn.caseId,
        rating: drawn.rating,
        severity: bytea(
          drawn.vault.seal({ table: 'severity_assessments', row: id, column: 'severity' }, severity),
        ),
        scored_by: drawn.handler.id,
        scored_at: later(drawn, 6),
      },
    ],
  ]
}

const advisoryDraft = (n: number) => ({
  ...emptyDraft,
  title: `A measured problem, number ${n}`,
  summary: 'What happens, in two sentences. It is enough for a list.',
  impact: 'What somebody can do with it.',
  actions: 'Update.',
  noCveReason: 'Not asked for.',
  creditDecision: 'nobody' as const,
  noCreditReason: 'Nobody to name.',
})

function advisoryRows(drawn: Drawn, happened: readonly CaseEvent[]): TableRow[] {
  if (!isConfirmed(drawn)) return []
  const id = randomUUID()
  const publicId = publicAdvisoryId(later(drawn, 8), randomBytes(publicIdBytes))
  const draft = advisoryDraft(drawn.n)
  const advisory: Row = {
    id,
    case_id: drawn.caseId,
    project_id: drawn.project.id,
    public_id: publicId,
    draft: bytea(drawn.vault.seal({ table: 'advisories', row: id, column: 'draft' }, JSON.stringify(draft))),
    version: 2,
    edited_by: drawn.handler.id,
    edited_at: later(drawn, 14),
  }
  if (!drawn.isAnnounced) return [['advisories', advisory]]
  const publishedAt = later(drawn, 18)
  const { name, slug, packages } = drawn.project
  const document = buildPublicDocument({
    id: publicId,
    project: { name, slug, packages },
    events: happened,
    publishedAt,
    draft,
    severity: { rating: drawn.rating, cvss: [], cwes: ['CWE-79'] },
    lines: [],
    credits: [],
  })
  if (!document.ok) throw new Error(document.refusal.reason)
  return [
    ['advisories', advisory],
    [
      'publications',
      {
        id: randomUUID(),
        advisory_id: id,
        project_id: drawn.project.id,
        public_id: publicId,
        revision: 1,
        kind: 'announcement',
        document: document.value,
        published_at: publishedAt,
        is_latest: true,
      },
    ],
  ]
}

function eventsOf(drawn: Drawn): CaseEvent[] {
  const { reportId, handler, rating, lines, stage } = drawn
  const received: CaseEvent = {
    type: 'report_received',
    at: drawn.receivedAt,
    data: { reportId, channel: 'web' },
  }
  if (!isPast(drawn, 'acknowledged')) return [received]
  const messageId = randomUUID()
  const judged: CaseEvent[] = [
    received,
    { type: 'acknowledged', at: later(drawn, 2), data: { handlerId: handler.id } },
    { type: 'responded', at: later(drawn, 3), data: { messageId, reportId } },
    { type: 'note_added', at: later(drawn, 4), data: { messageId: randomUUID() } },
    {
      type: 'severity_classified',
      at: later(drawn, 6),
      data: { assessmentId: randomUUID(), rating, cwes: ['CWE-79'] },
    },
  ]
  if (!isConfirmed(drawn))
    return [...judged, { type: 'resolved', at: later(drawn, 18), data: { resolution: 'not_reproducible' } }]
  const confirmed: CaseEvent = {
    type: 'confirmed',
    at: later(drawn, 8),
    data: { reproducedBy: handler.id, affectedLineIds: lines.map(({ id }) => id) },
  }
  const released = lines
    .filter(({ isDevelopment }) => stage !== 'fixing' && !isDevelopment)
    .map(({ id }): CaseEvent => ({
      type: 'patch_released',
      at: later(drawn, 12),
      data: { lineId: id, version: '1.0.9', releasedAt: later(drawn, 12) },
    }))
  const announced: CaseEvent = { type: 'advisory_published', at: later(drawn, 18), data: { revision: 1 } }
  return [...judged, confirmed, ...released, ...(drawn.isAnnounced ? [announced] : [])]
}

function chainRows({ caseId, handler }: Drawn, happened: readonly CaseEvent[]): TableRow[] {
  let head = genesis(caseId)
  const actor = { kind: 'person', personId: handler.id, name: handler.name } as const
  const rows = happened.map(({ type, at, data }, index): TableRow => {
    const event = {
      chainId: caseId,
      position: index + 1,
      type,
      at,
      actor,
      data,
      prose: null,
      previousHash: head,
    }
    head = hashOf(event)
    return [
      'events',
      {
        chain_id: caseId,
        position: event.position,
        type,
        at,
        actor,
        data,
        prose: null,
        previous_hash: bytea(event.previousHash),
        hash: bytea(head),
      },
    ]
  })
  return [['event_chains', { id: caseId, length: rows.length, head: bytea(head) }], ...rows]
}
