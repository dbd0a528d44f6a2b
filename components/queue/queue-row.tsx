import { Lock } from 'lucide-react'
import Link from 'next/link'
import { memo, type MouseEvent } from 'react'
import { ratingTone } from '@/components/advisories/rating-tone'
import { Badge } from '@/components/ui/badge'
import { stageLabel } from '@/domain/cases/stage-label'
import { ratingLabel } from '@/domain/severity/rating'
import { lengthOfTime } from '@/lib/describe-time'
import { msBetween, type Instant } from '@/lib/instant'
import type { QueueRow as Row } from '@/server/cases/queue-rows'
import { chooseFormId } from './chosen-bar'
import { LineMarks } from './line-marks'
import { QueueAway } from './queue-away'
import { QueueDue } from './queue-due'
import { caseHref } from './queue-href'
import { QueueTime } from './queue-time'
import { RowTags } from './row-tags'

type Props = {
  row: Row
  now: Instant
  /** The one that keys act on. */
  isSelected: boolean
  /** 0 or -1 once one row alone is a stop of the tab key; undefined without scripts. */
  tabIndex: number | undefined
  mayAssign: boolean
  isChosen: boolean
  onChoose: (reference: string, isRange: boolean) => void
  onSelect: (reference: string) => void
  onOpen: (reference: string) => void
  onAssign: (row: Row, at: { x: number; y: number }) => void
}

export const rowLinkId = (reference: string): string => `case-${reference}`

/** A case in the queue: a row of the table, on a phone three lines. What all rows and cells share is said once, by the table. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { row, now, isSelected, tabIndex, mayAssign, isChosen, onChoose, onSelect, onOpen, onAssign } = props
  const { reference, handler, away } = row

  function open(event: MouseEvent) {
    const isOnControl = event.target instanceof Element && event.target.closest('a, button, input')
    if (!isOnControl && !window.getSelection()?.toString()) onOpen(reference)
  }

  return (
    <tr role="row" onClick={open} data-selected={isSelected || undefined}>
      <td role="cell">
        {mayAssign && (
          <input
            type="checkbox"
            form={chooseFormId}
            name="case"
            value={reference}
            aria-label={`Choose ${reference}`}
            checked={isChosen}
            onChange={(event) => onChoose(reference, (event.nativeEvent as PointerEvent).shiftKey)}
          />
        )}
      </td>
      <td role="cell">
        {row.rating ? (
          <Badge tone={ratingTone[row.rating]}>{ratingLabel[row.rating]}</Badge>
        ) : (
          <span className="text-muted">Unrated</span>
        )}
      </td>
      <td role="cell" className="min-w-0 max-md:col-span-2 md:w-full md:max-w-0">
        <Link
          id={rowLinkId(reference)}
          href={caseHref(reference)}
          prefetch={false}
          tabIndex={tabIndex}
          onFocus={() => onSelect(reference)}
          title={row.title}
          className="block font-medium text-text no-underline hover:underline max-md:min-h-6 max-md:truncate md:line-clamp-2"
        >
          {row.isUnread && (
            <>
              <span aria-hidden="true" className="mr-1.5 mb-px inline-block size-2 rounded-full bg-accent" />
              <span className="sr-only">Unread: </span>
            </>
          )}
          {row.isRestricted && (
            <Lock role="img" aria-label="Restricted" className="mr-1 mb-0.5 inline size-3.5 text-muted" />
          )}
          {row.title}
        </Link>
        {row.tags.length > 0 && <RowTags tags={row.tags} />}
      </td>
      <td role="cell" className="max-md:col-span-2 font-mono text-[0.8125rem] whitespace-nowrap text-muted">
        {reference}
      </td>
      <td role="cell" className="whitespace-nowrap max-md:col-span-2 max-md:truncate max-md:text-muted">
        {stageLabel[row.stage]}
      </td>
      <td role="cell" className="whitespace-nowrap max-md:col-span-3">
        <QueueDue row={row} now={now} />
      </td>
      <td role="cell" className="max-md:max-w-32 max-md:text-right md:max-w-32">
        {mayAssign ? (
          <button
            type="button"
            tabIndex={tabIndex}
            aria-haspopup="menu"
            aria-label={
              handler ? `Handler: ${handler.name}${away ? ', away' : ''}. Change` : 'No handler. Assign'
            }
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect()
              onAssign(row, { x: box.left, y: box.bottom })
            }}
            className="-mx-1 min-h-6 max-w-[calc(100%+0.5rem)] truncate rounded-sm px-1 hover:bg-hover"
          >
            {handler ? handler.name : <span className="text-accent">Assign</span>}
          </button>
        ) : (
          <span className="block truncate">
            {handler?.name ?? <span className="text-muted">Nobody</span>}
          </span>
        )}
        {away && <QueueAway away={away} now={now} />}
      </td>
      <td role="cell" className="max-md:hidden">
        <LineMarks lines={row.lines} />
      </td>
      <td role="cell" className="text-right whitespace-nowrap text-muted max-md:hidden">
        <QueueTime instant={row.receivedAt}>{lengthOfTime(msBetween(row.receivedAt, now))}</QueueTime>
      </td>
    </tr>
  )
})
