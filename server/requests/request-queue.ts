import { and, asc, desc, eq, ne, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { projects, requests } from '@/db/schema'
import { requestKinds, type RequestKind, type RequestState } from '@/domain/requests/request'
import { requestViews, type RequestView } from '@/domain/requests/request-filters'
import type { Instant } from '@/lib/instant'
import { query } from '@/server/kernel/query'
import { loadOwnAccount } from '@/server/people/load-account'
import { contentOf } from './request-content'
import { requestsInScope } from './scope'

/** One row of the list. */
export interface RequestSummary {
  id: string
  kind: RequestKind
  state: RequestState
  projectName: string
  /** The beginning of what is asked, on one line. */
  summary: string
  /** A backport request that does not show yet what breaks: it waits for whoever asked. */
  lacksEvidence: boolean
  receivedAt: Instant
}

export interface RequestQueue {
  requests: RequestSummary[]
  /** How many of the chosen kind each view holds. */
  views: Record<RequestView, number>
  /** How many of the chosen view each kind has. */
  kinds: Record<RequestKind, number>
}

/** A page is enough: requests are few, and answered ones are found by their kind. */
const most = 200
const summaryLength = 120

const ofView: Readonly<Record<RequestView, SQL | undefined>> = {
  open: eq(requests.state, 'requested'),
  answered: ne(requests.state, 'requested'),
  all: undefined,
}

/** The requests one may see: those to answer with the longest wait first, others newest first, and how many each view and kind holds. */
export const requestQueue = query({
  name: 'requests.queue',
  input: z.object({
    view: z.enum(requestViews).default('open').catch('open'),
    kind: z.enum(requestKinds).optional().catch(undefined),
  }),
  may: 'list_requests',
  load: loadOwnAccount,
  run: async ({ tx, actor }, { view, kind }): Promise<RequestQueue> => {
    const scope = requestsInScope(actor)
    const rows = await tx
      .select({ request: requests, projectName: projects.name })
      .from(requests)
      .innerJoin(projects, eq(projects.id, requests.projectId))
      .where(and(scope, ofView[view], kind && eq(requests.kind, kind)))
      .orderBy(view === 'open' ? asc(requests.receivedAt) : desc(requests.receivedAt), asc(requests.id))
      .limit(most)
    const counted = await tx
      .select({
        kind: requests.kind,
        isOpen: sql<boolean>`${requests.state} = 'requested'`,
        count: sql<number>`count(*)::int`,
      })
      .from(requests)
      .where(scope)
      .groupBy(requests.kind, sql`2`)
    const sum = (fits: (one: (typeof counted)[number]) => boolean) =>
      counted.filter(fits).reduce((total, one) => total + one.count, 0)
    const inView = {
      open: (isOpen: boolean) => isOpen,
      answered: (isOpen: boolean) => !isOpen,
      all: () => true,
    }
    const countView = (one: RequestView) =>
      sum((row) => inView[one](row.isOpen) && (kind === undefined || row.kind === kind))
    const countKind = (one: RequestKind) => sum((row) => row.kind === one && inView[view](row.isOpen))
    return {
      requests: rows.map(({ request, projectName }) => ({
        id: request.id,
        kind: request.kind,
        state: request.state,
        projectName,
        summary: summaryOf(contentOf(request)),
        lacksEvidence: request.kind === 'backport' && request.state === 'requested' && !request.hasEvidence,
        receivedAt: request.receivedAt,
      })),
      views: { open: countView('open'), answered: countView('answered'), all: countView('all') },
      kinds: { testing: countKind('testing'), policy: countKind('policy'), backport: countKind('backport') },
    }
  },
})

function summaryOf(asked: ReturnType<typeof contentOf>): string {
  const text =
    asked.kind === 'testing'
      ? asked.content.what
      : asked.kind === 'policy'
        ? asked.content.text
        : [asked.content.advisory, asked.content.breakingChange].filter((part) => part !== null).join(': ')
  const line = text.replace(/\s+/g, ' ')
  return line.length > summaryLength ? `${line.slice(0, summaryLength - 1)}…` : line
}
