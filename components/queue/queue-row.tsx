import { memo, type MouseEvent } from 'react'
import { ratingTone } from '@/components/advisories/rating-tone'
import { isPlainClick } from '@/components/shell/followed-links'
import { Badge } from '@/components/ui/badge'
import { iconClass } from '@/components/ui/icon-class'
import { stageLabel } from '@/domain/cases/stage-label'
import { ratingLabel } from '@/domain/severity/rating'
import { classNames } from '@/lib/class-names'
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

/** A case in the queue: a row of the table, on a phone three lines. `queue.css` says what its cells look like. */
export const QueueRow = memo(function QueueRow(props: Props) {
  const { row, now, isSelected, tabIndex, mayAssign, isChosen, onChoose, onSelect, onOpen, onAssign } = props
  const { reference, handler, away } = row

  function open(event: MouseEvent) {
    const control = event.target instanceof Element ? event.target.closest('a, button, input') : null
    if (control instanceof HTMLAnchorElement) {
      if (!isPlainClick(event)) return
      event.preventDefault()
      onOpen(reference)
    } else if (!control && !window.getSelection()?.toString()) onOpen(reference)
  }

  return (
    <tr onClick={open} data-selected={isSelected || undefined}>
      <td>
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
      <td>
        {row.rating ? (
          <Badge tone={ratingTone[row.rating]}>{ratingLabel[row.rating]}</Badge>
        ) : (
          <span className="text-muted">Unrated</span>
        )}
      </td>
      <td>
        <a
          id={rowLinkId(reference)}
          href={caseHref(reference)}
          tabIndex={tabIndex}
          onFocus={() => onSelect(reference)}
        >
          {row.isUnread && (
            <>
              <span aria-hidden="true" className="mr-1.5 mb-px inline-block size-2 rounded-full bg-accent" />
              <span className="sr-only">Unread: </span>
            </>
          )}
          {row.isRestricted && (
            <span
              role="img"
              aria-label="Restricted"
              className={classNames('mr-1 text-muted before:size-3.5', iconClass.restricted)}
            />
          )}
          {row.title}
        </a>
        {row.tags.length > 0 && <RowTags tags={row.tags} />}
      </td>
      <td>{reference}</td>
      <td>{stageLabel[row.stage]}</td>
      <td>
        <QueueDue row={row} now={now} />
      </td>
      <td>
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
      <td>
        <LineMarks lines={row.lines} />
      </td>
      <td>
        <QueueTime instant={row.receivedAt}>{lengthOfTime(msBetween(row.receivedAt, now))}</QueueTime>
      </td>
    </tr>
  )
})
