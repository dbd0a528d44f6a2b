import type { MouseEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import type { QueueRow } from '@/server/cases/queue-rows'

/** The form that the boxes of all rows belong to. */
export const chooseFormId = 'choose'

type Place = { x: number; y: number }
type Props = {
  chosen: readonly QueueRow[]
  shown: number
  onAssign: (at: Place) => void
  onTag: (at: Place) => void
  onClose: () => void
  onAll: () => void
  onNone: () => void
}

const below = (event: MouseEvent<HTMLElement>): Place => {
  const box = event.currentTarget.getBoundingClientRect()
  return { x: box.left, y: box.bottom }
}

/** What can be done with the chosen rows; there once some are. */
export function ChosenBar({ chosen, shown, onAssign, onTag, onClose, onAll, onNone }: Props) {
  return (
    <>
      <p role="status" className="sr-only">
        {chosen.length > 0 && `${chosen.length} chosen`}
      </p>
      {chosen.length > 0 && (
        <div
          role="group"
          aria-label="Chosen cases"
          className="sticky top-2 z-10 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-line bg-raised px-3 py-2 shadow-float"
        >
          <p aria-hidden="true" className="font-medium tabular-nums">
            {chosen.length} chosen
          </p>
          <Button size="small" aria-haspopup="menu" onClick={(event) => onAssign(below(event))}>
            Assign <Key name="a" />
          </Button>
          <Button size="small" aria-haspopup="menu" onClick={(event) => onTag(below(event))}>
            Tag <Key name="t" />
          </Button>
          <Button size="small" onClick={onClose}>
            Close… <Key name="d" />
          </Button>
          {chosen.length < shown && (
            <Button size="small" variant="quiet" onClick={onAll}>
              Choose all {shown}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={onNone}>
            Choose none
          </Button>
        </div>
      )}
    </>
  )
}

/** The key that does the same, where there is a keyboard. */
const Key = ({ name }: { name: string }) => (
  <span className="max-md:hidden">
    <Kbd>{name}</Kbd>
  </span>
)

/** The same without scripts: ticked boxes go along to a page that asks the rest. */
export function PlainChosenBar({ back }: { back: string }) {
  return (
    <form
      id={chooseFormId}
      action="/console/change"
      aria-label="Chosen cases"
      className="flex flex-wrap items-center gap-3"
    >
      <input type="hidden" name="back" value={back} />
      <span className="text-muted">The ticked cases:</span>
      <Button type="submit" size="small" name="act" value="assign">
        Assign
      </Button>
      <Button type="submit" size="small" name="act" value="tag">
        Tag
      </Button>
      <Button type="submit" size="small" name="act" value="close">
        Close
      </Button>
    </form>
  )
}
