'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useState, useSyncExternalStore } from 'react'
import { useReadAgainMs } from '@/components/live/live-provider'
import { useOfferedActions } from '@/components/palette/page-actions'
import { useLanding } from '@/components/shell/landing'
import { ReadFailure } from '@/components/shell/read-failure'
import { useMinute } from '@/components/ui/minute'
import { SkeletonRows } from '@/components/ui/skeleton'
import { viewLabel, viewOf, type QueueFilters } from '@/domain/cases/queue-filters'
import { isShown } from '@/domain/views/saved-view'
import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow as Row } from '@/server/cases/queue-rows'
import { AssignMenu } from './assign-menu'
import { rowCameFrom, useKeptRow } from './came-from'
import { ChosenBar, PlainChosenBar } from './chosen-bar'
import { KeepViewForm } from './keep-view-form'
import { bound, queueKeys } from './key-tables'
import { KeysButton } from './keys-button'
import { usePageKeys } from './page-keys'
import { projectOf } from './project-of'
import { QueueEmpty } from './queue-empty'
import { QueueFilterForm, searchFieldId } from './queue-filter-form'
import { caseHref, queueHref } from './queue-href'
import { QueuePages } from './queue-pages'
import { queueQueryOptions } from './queue-query-options'
import { QueueRow, rowLinkId } from './queue-row'
import { QueueTable } from './queue-table'
import { SearchNote } from './search-note'
import { TagMenu } from './tag-menu'
import { QueueViews } from './queue-views'
import { useChosen } from './use-chosen'
import { focusRow, offeredActions, useQueueActs } from './use-queue-acts'
import { useRowInSight } from './use-row-in-sight'
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
  const [chosen, setChosen] = useState(() => rowCameFrom(filters))

  const rows = query.data?.cases ?? noRows
  const selected = rows.find((row) => row.reference === chosen) ?? rows[0]
  useKeptRow(filters, selected?.reference)
  const landing = selected?.reference
  useRowInSight(landing, selected ? rows.indexOf(selected) : -1)
  useLanding(useCallback(() => (landing ? document.getElementById(rowLinkId(landing)) : null), [landing]))
  const mayAssign = useCallback((row: Row) => projectOf(choices, row)?.mayAssign ?? false, [choices])

  const { chosen: many, toggle, chooseTo, chooseAll, chooseNone } = useChosen(rows, mayAssign)
  const choose = useCallback(
    (reference: string, isRange: boolean) => (isRange ? chooseTo(reference) : toggle(reference)),
    [chooseTo, toggle],
  )
  const open = useCallback((reference: string) => router.push(caseHref(reference)), [router])
  const acts = useQueueActs({ filters, choices, many, selected, mayAssign, chooseNone, onMenu: setChosen })
  const { place, openAt, openMenu, closeMenu, closeChosen } = acts

  function move(by: 1 | -1) {
    const isFocused = selected && document.activeElement?.id === rowLinkId(selected.reference)
    const index = selected ? rows.indexOf(selected) + (isFocused ? by : 0) : -1
    const next = rows[Math.min(Math.max(index, 0), rows.length - 1)]
    if (next) focusRow(next.reference)
  }
  useShortcuts(
    bound(queueKeys, {
      next: () => move(1),
      before: () => move(-1),
      choose: () => selected && mayAssign(selected) && choose(selected.reference, false),
      chooseRange: () => selected && mayAssign(selected) && choose(selected.reference, true),
      chooseNone,
      assign: acts.assignActed,
      claim: acts.claimActed,
      tag: acts.tagActed,
      close: closeChosen,
      undo: acts.undo,
      severity: acts.rateSelected,
      unread: acts.unreadSelected,
      search: () => document.getElementById(searchFieldId)?.focus(),
    }),
  )
  usePageKeys('queue', 'case')
  useOfferedActions(offeredActions(acts))
  const kept = choices.views.find((view) => isShown(view, filters))
  const title = kept?.name ?? viewLabel[viewOf(filters)]
  return (
    <div className="grid gap-x-6 gap-y-4 lg:grid-cols-[11.5rem_minmax(0,1fr)]">
      <QueueViews filters={filters} counts={query.data?.counts} views={choices.views} />
      <section aria-labelledby="queue-title" className="grid min-w-0 content-start gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 id="queue-title" className="text-[1.375rem]/7">
            {title}
          </h1>
          <KeysButton />
        </div>
        <div className="grid gap-1">
          <QueueFilterForm filters={filters} choices={choices} />
          <SearchNote filters={filters} />
          {isNarrowed(filters) && !kept && <KeepViewForm filters={filters} choices={choices} />}
        </div>
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
        {rows.some(mayAssign) && (
          <>
            <noscript>
              <PlainChosenBar back={queueHref(filters)} />
            </noscript>
            <ChosenBar
              chosen={many}
              shown={rows.length}
              onAssign={(at) => openAt('assign', at)}
              onTag={(at) => openAt('tag', at)}
              onClose={closeChosen}
              onAll={chooseAll}
              onNone={chooseNone}
            />
          </>
        )}
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
                isChosen={many.includes(row)}
                onChoose={choose}
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
        place={place?.menu === 'assign' ? place : null}
        choices={choices}
        back={queueHref(filters)}
        onAssign={acts.assign}
        onClose={closeMenu}
      />
      <TagMenu
        place={place?.menu === 'tag' ? place : null}
        choices={choices}
        onTag={acts.tag}
        onClose={closeMenu}
      />
    </div>
  )
}

/** Whether there is more to keep than a view that is there already. */
const isNarrowed = ({ q, project, severity, stage, handler, tag, sort }: QueueFilters): boolean =>
  [q, project, severity, stage, handler, tag, sort].some((filter) => filter !== undefined)
