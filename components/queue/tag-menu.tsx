import { Menu } from '@/components/ui/menu'
import { foldedTag } from '@/domain/cases/tag'
import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow } from '@/server/cases/queue-rows'
import type { MenuPlace } from './assign-menu'
import { projectOf } from './project-of'
import { changeHref } from './queue-href'

type Props = {
  /** The rows it is opened for; null: closed. */
  place: MenuPlace | null
  choices: QueueChoices
  onTag: (rows: readonly QueueRow[], act: 'tag' | 'untag', label: string) => void
  onClose: () => void
}

/** The tags of the projects of these cases: what all bear is taken off, what some lack is put on. */
export function TagMenu({ place, choices, onTag, onClose }: Props) {
  if (!place) return null
  const { rows, at } = place
  const references = rows.map(({ reference }) => reference)
  const known = knownTags(rows, choices)
  return (
    <Menu
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      at={at}
      label={rows.length === 1 ? `Tags of ${references[0]}` : `Tags of ${rows.length} cases`}
      items={[
        ...known.map((label) => {
          const lacking = rows.filter((row) => !bears(row, label))
          return lacking.length === 0
            ? { label: `Take “${label}” off`, onSelect: () => onTag(rows, 'untag', label) }
            : { label, onSelect: () => onTag(lacking, 'tag', label) }
        }),
        ...(known.length > 0 ? (['separator'] as const) : []),
        { label: 'Another tag…', href: changeHref('tag', references) },
      ]}
    />
  )
}

const bears = ({ tags }: QueueRow, label: string) => tags.some((tag) => foldedTag(tag) === foldedTag(label))

/** Each tag once, as the first project writes it, with those just put on. */
function knownTags(rows: readonly QueueRow[], choices: QueueChoices): string[] {
  const labels = rows.flatMap((row) => [...(projectOf(choices, row)?.tags ?? []), ...row.tags])
  return [...new Map(labels.toReversed().map((label) => [foldedTag(label), label])).values()].sort((a, b) =>
    a.localeCompare(b, 'en'),
  )
}
