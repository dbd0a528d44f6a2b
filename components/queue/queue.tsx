'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import { useMarkUnread } from '@/components/attention/use-mark-unread'
import { useReadAgainMs } from '@/components/live/live-provider'
import { useOfferedActions } from '@/components/palette/page-actions'
import { ReadFailure } from '@/components/shell/read-failure'
import { useMinute } from '@/components/ui/minute'
import { SkeletonRows } from '@/components/ui/skeleton'
import { viewLabel, viewOf, type QueueFilters } from '@/domain/cases/queue-filters'
import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow as Row } from '@/server/cases/queue-rows'
import { AssignMenu, projectOf, type AssignPlace } from './assign-menu'
import { QueueEmpty } from './queue-empty'
import { QueueFilterForm, searchFieldId } from './queue-filter-form'
import { caseHref, queueHref } from './queue-href'
import { QueueKeys } from './queue-keys'
import { QueuePages } from './queue-pages'
import { queueQueryOptions } from './queue-query-options'
import { QueueRow, rowLinkId } from './queue-row'
import { QueueTable } from './queue-table'
import { QueueViews } from './queue-views'
import { useAssign } from './use-assign'
import { useShortcuts } from './use-shortcuts'

type Props = { filters: QueueFilters; choices: QueueChoices }

const never = () => () => {}
const noRows: Row[] = []

/** The queue: saved views, filters, and the cases by what is due. Works by keys, by mouse, and as links and a form alone. */
export function Queue({ filters, choices }: Props) {
  const router = useRouter()
  const now = useMinute()
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const query = useQuery({ ...queueQueryOptions(filters), refetchInterval: useReadAgainMs() })
  const assign = useAssign()
  const markUnread = useMarkUnread()
  const [chosen, setChosen] = useState<string | null>(null)
  const [place, setPlace] = useState<AssignPlace | null>(null)
  const [showsKeys, setShowsKeys] = useState(false)

  const rows = query.data?.cases ?? noRows
  const selected = rows.find((row) => row.reference === chosen) ?? rows[0]
  const mayAssign = useCallback((row: Row) => projectOf(choices, row)?.mayAssign ?? false, [choices])

  const open = useCallback((reference: string) => router.push(caseHref(reference)), [router])
  const openMenu = useCallback((row: Row, at: AssignPlace['at']) => {
    setChosen(row.reference)
    setPlace({ row, at })
  }, [])

  function move(by: 1 | -1) {
    const isFocused = selected && document.activeElement?.id === rowLinkId(selected.reference)
    const index = selected ? rows.indexOf(selected) + (isFocused ? by : 0) : -1
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (next) focusRow(next.reference)
  }
  const assignSelected = useCallback(() => {
    if (!selected || !mayAssign(selected)) return
    const box = document.getElementById(rowLinkId(selected.reference))?.getBoundingClientRect()
    openMenu(selected, { x: box?.left ?? 0, y: box?.bottom ?? 0 })
  }, [selected, mayAssign, openMenu])
  const claimSelected = useCallback(() => {
    if (!selected || !mayAssign(selected)) return
    void assign(selected, { id: choices.ownId, name: choices.people[choices.ownId] ?? 'You' })
  }, [selected, mayAssign, assign, choices])
  const rateSelected = useCallback(() => {
    if (selected) router.push(`${caseHref(selected.reference)}?section=severity`)
  }, [selected, router])

  const unreadSelected = useCallback(() => {
    if (selected && !selected.isUnread) void markUnread(selected.reference)
  }, [selected, markUnread])

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    a: assignSelected,
    c: claimSelected,
    s: rateSelected,
    u: unreadSelected,
    '/': () => document.getElementById(searchFieldId)?.focus(),
    '?': () => setShowsKeys(true),
  })
  const reference = selected?.reference
  const isMine = selected?.handler?.id === choices.ownId
  const isRead = selected !== undefined && !selected.isUnread
  const isAssignable = selected !== undefined && mayAssign(selected)
  useOfferedActions(
    useMemo(() => {
      const keys = { label: 'Show the keys', keys: '?', run: () => setShowsKeys(true) }
      if (!reference) return [keys]
      return [
        ...(isAssignable ? [{ label: `Assign ${reference}`, keys: 'a', run: assignSelected }] : []),
        ...(isAssignable && !isMine
          ? [{ label: `Take ${reference} yourself`, keys: 'c', run: claimSelected }]
          : []),
        { label: `Rate ${reference}`, keys: 's', run: rateSelected },
        ...(isRead ? [{ label: `Mark ${reference} as unread`, keys: 'u', run: unreadSelected }] : []),
        keys,
      ]
    }, [
      reference,
      isAssignable,
      isMine,
      isRead,
      assignSelected,
      claimSelected,
      rateSelected,
      unreadSelected,
    ]),
  )

  const title = viewLabel[viewOf(filters)]
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[11.5rem_minmax(0,1fr)]">
      <QueueViews filters={filters} counts={query.data?.counts} />
      <section aria-labelledby="queue-title" className="grid min-w-0 content-start gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 id="queue-title" className="text-[1.375rem]/7">
            {title}
          </h1>
          <button
            type="button"
            onClick={() => setShowsKeys(true)}
            className="min-h-6 text-sm text-muted underline max-md:hidden"
          >
            Keys
          </button>
        </div>
        <QueueFilterForm filters={filters} choices={choices} />
        {query.isError && (
          <ReadFailure
            error={query.error}
            what="The queue"
            path={queueHref(filters)}
            retry={() => void query.refetch()}
          />
        )}
        {query.isPending && !query.isError && <SkeletonRows rows={12} label="Reading the queue" />}
        {query.data && rows.length === 0 && <QueueEmpty filters={filters} choices={choices} />}
        {rows.length > 0 && (
          <QueueTable caption={`Cases: ${title}`} filters={filters} now={now}>
            {rows.map((row) => (
              <QueueRow
                key={row.reference}
                row={row}
                now={now}
                isSelected={row === selected && chosen !== null}
                tabIndex={isLive ? (row === selected ? 0 : -1) : undefined}
                mayAssign={mayAssign(row)}
                onSelect={setChosen}
                onOpen={open}
                onAssign={openMenu}
              />
            ))}
          </QueueTable>
        )}
        {rows.length > 0 && query.data && (
          <QueuePages filters={filters} next={query.data.next} shown={rows.length} />
        )}
      </section>
      <AssignMenu
        place={place}
        choices={choices}
        onAssign={(row, to) => void assign(row, to)}
        onClose={() => {
          setPlace(null)
          if (place) requestAnimationFrame(() => focusRow(place.row.reference))
        }}
      />
      {showsKeys && <QueueKeys open onOpenChange={setShowsKeys} />}
    </div>
  )
}

const focusRow = (reference: string) => document.getElementById(rowLinkId(reference))?.focus()
