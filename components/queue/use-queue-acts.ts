'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useMarkUnread } from '@/components/attention/use-mark-unread'
import type { PageAction } from '@/components/palette/page-actions'
import type { QueueFilters } from '@/domain/cases/queue-filters'
import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow as Row } from '@/server/cases/queue-rows'
import type { MenuPlace } from './assign-menu'
import { queueKeys } from './key-tables'
import { caseHref, changeHref, queueHref } from './queue-href'
import { rowLinkId } from './queue-row'
import { asSeen, useChangeMany } from './use-change-many'

type Given = {
  filters: QueueFilters
  choices: QueueChoices
  /** The chosen rows. */
  many: readonly Row[]
  /** The row that keys act on while none is chosen. */
  selected: Row | undefined
  mayAssign: (row: Row) => boolean
  chooseNone: () => void
  /** A menu was opened for this row. */
  onMenu: (reference: string) => void
}

/** What can be done to rows of the queue, by keys, menus, the bar and the palette alike. */
export function useQueueActs({ filters, choices, many, selected, mayAssign, chooseNone, onMenu }: Given) {
  const router = useRouter()
  const { change, undo: undoLast } = useChangeMany()
  const [place, setPlace] = useState<(MenuPlace & { menu: 'assign' | 'tag' }) | null>(null)

  /** What keys act on: the chosen rows, or the one that is selected. */
  const acted = many.length > 0 ? many : selected && mayAssign(selected) ? [selected] : []
  const openMenu = useCallback(
    (row: Row, at: MenuPlace['at']) => {
      onMenu(row.reference)
      setPlace({ menu: 'assign', rows: [row], at })
    },
    [onMenu],
  )
  function closeMenu() {
    const first = place?.rows[0]
    setPlace(null)
    if (first) requestAnimationFrame(() => focusRow(first.reference))
  }
  function openAt(menu: 'assign' | 'tag', at?: MenuPlace['at']) {
    const [first] = acted
    if (!first) return
    const box = document.getElementById(rowLinkId(first.reference))?.getBoundingClientRect()
    setPlace({ menu, rows: acted, at: at ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 } })
  }
  async function assign(chosenRows: readonly Row[], to: { id: string; name: string }) {
    const [only] = chosenRows
    const said = chosenRows.length === 1 ? `${to.name} answers for ${only?.reference} now.` : undefined
    if (await change({ act: 'assign', to: to.id, cases: asSeen(chosenRows) }, said)) chooseNone()
  }
  async function tag(chosenRows: readonly Row[], act: 'tag' | 'untag', label: string) {
    const cases = chosenRows.map((row) => row.reference)
    if (await change({ act, label, cases })) router.refresh()
  }
  function claimActed() {
    if (acted.length > 0)
      void assign(acted, { id: choices.ownId, name: choices.people[choices.ownId] ?? 'You' })
  }
  function closeChosen() {
    if (acted.length === 0) return
    const references = acted.map((row) => row.reference)
    router.push(changeHref('close', references, queueHref(filters)))
  }
  function rateSelected() {
    if (selected) router.push(`${caseHref(selected.reference)}?section=severity`)
  }
  const markUnread = useMarkUnread()
  function unreadSelected() {
    if (selected && !selected.isUnread) void markUnread(selected.reference)
  }

  return {
    place,
    openAt,
    /** The same at every time, as each row is given it. */
    openMenu,
    closeMenu,
    assign,
    tag,
    assignActed: () => openAt('assign'),
    tagActed: () => openAt('tag'),
    claimActed,
    closeChosen,
    rateSelected,
    undo: () => void undoLast(),
    what: many.length > 1 ? `${many.length} cases` : (acted[0]?.reference ?? ''),
    isMine: acted.every(({ handler }) => handler?.id === choices.ownId),
    rated: selected?.reference,
    isRead: selected !== undefined && !selected.isUnread,
    unreadSelected,
  }
}

/** The same for the palette, in words. */
export function offeredActions(acts: ReturnType<typeof useQueueActs>): PageAction[] {
  const { what, isMine, rated, isRead } = acts
  const keysOf = (use: keyof typeof queueKeys) => queueKeys[use].keys[0]
  const onActed = [
    { label: `Assign ${what}`, keys: keysOf('assign'), run: acts.assignActed },
    ...(isMine ? [] : [{ label: `Take ${what} yourself`, keys: keysOf('claim'), run: acts.claimActed }]),
    { label: `Tag ${what}`, keys: keysOf('tag'), run: acts.tagActed },
    { label: `Close ${what}`, keys: keysOf('close'), run: acts.closeChosen },
  ]
  return [
    ...(what === '' ? [] : onActed),
    ...(rated ? [{ label: `Rate ${rated}`, keys: keysOf('severity'), run: acts.rateSelected }] : []),
    ...(isRead
      ? [{ label: `Mark ${rated} as unread`, keys: keysOf('unread'), run: acts.unreadSelected }]
      : []),
  ]
}

/** Puts the keyboard on a row. */
export const focusRow = (reference: string) => document.getElementById(rowLinkId(reference))?.focus()
