'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useMemo, useState } from 'react'
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
  const acted = useMemo(
    () => (many.length > 0 ? many : selected && mayAssign(selected) ? [selected] : []),
    [many, selected, mayAssign],
  )
  const openMenu = useCallback(
    (row: Row, at: MenuPlace['at']) => {
      onMenu(row.reference)
      setPlace({ menu: 'assign', rows: [row], at })
    },
    [onMenu],
  )
  const closeMenu = useCallback(() => {
    const first = place?.rows[0]
    setPlace(null)
    if (first) requestAnimationFrame(() => focusRow(first.reference))
  }, [place])
  const openAt = useCallback(
    (menu: 'assign' | 'tag', at?: MenuPlace['at']) => {
      const [first] = acted
      if (!first) return
      const box = document.getElementById(rowLinkId(first.reference))?.getBoundingClientRect()
      setPlace({ menu, rows: acted, at: at ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 } })
    },
    [acted],
  )
  const assign = useCallback(
    async (chosenRows: readonly Row[], to: { id: string; name: string }) => {
      const [only] = chosenRows
      const said = chosenRows.length === 1 ? `${to.name} answers for ${only?.reference} now.` : undefined
      if (await change({ act: 'assign', to: to.id, cases: asSeen(chosenRows) }, said)) chooseNone()
    },
    [change, chooseNone],
  )
  const tag = useCallback(
    async (chosenRows: readonly Row[], act: 'tag' | 'untag', label: string) => {
      const cases = chosenRows.map((row) => row.reference)
      if (await change({ act, label, cases })) router.refresh()
    },
    [change, router],
  )
  const assignActed = useCallback(() => openAt('assign'), [openAt])
  const tagActed = useCallback(() => openAt('tag'), [openAt])
  const claimActed = useCallback(() => {
    if (acted.length > 0)
      void assign(acted, { id: choices.ownId, name: choices.people[choices.ownId] ?? 'You' })
  }, [acted, assign, choices])
  const closeChosen = useCallback(() => {
    if (acted.length > 0)
      router.push(
        changeHref(
          'close',
          acted.map((row) => row.reference),
          queueHref(filters),
        ),
      )
  }, [acted, filters, router])
  const rateSelected = useCallback(() => {
    if (selected) router.push(`${caseHref(selected.reference)}?section=severity`)
  }, [selected, router])
  const undo = useCallback(() => void undoLast(), [undoLast])
  const markUnread = useMarkUnread()
  const unreadSelected = useCallback(() => {
    if (selected && !selected.isUnread) void markUnread(selected.reference)
  }, [selected, markUnread])

  const what = many.length > 1 ? `${many.length} cases` : (acted[0]?.reference ?? '')
  const isMine = acted.every(({ handler }) => handler?.id === choices.ownId)
  const rated = selected?.reference
  const isRead = selected !== undefined && !selected.isUnread
  return useMemo(
    () => ({
      place,
      openAt,
      openMenu,
      closeMenu,
      assign,
      tag,
      assignActed,
      tagActed,
      claimActed,
      closeChosen,
      rateSelected,
      undo,
      what,
      isMine,
      rated,
      isRead,
      unreadSelected,
    }),
    [
      place,
      openAt,
      openMenu,
      closeMenu,
      assign,
      tag,
      assignActed,
      tagActed,
      claimActed,
      closeChosen,
      rateSelected,
      undo,
      what,
      isMine,
      rated,
      isRead,
      unreadSelected,
    ],
  )
}

/** The same for the palette, in words. */
export function offeredActions(acts: ReturnType<typeof useQueueActs>, showKeys: () => void): PageAction[] {
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
    { label: 'Show the keys', keys: '?', run: showKeys },
  ]
}

/** Puts the keyboard on a row. */
export const focusRow = (reference: string) => document.getElementById(rowLinkId(reference))?.focus()
