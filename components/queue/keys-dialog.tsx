import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { keyGroups, type KeyGroup, type KeyTable } from './key-tables'
import { useSingleKeys } from './use-shortcuts'

type Props = {
  /** The tables of this page, in their order; those of everywhere follow. */
  groups: readonly KeyGroup[]
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Which key does what, on this page and everywhere. */
export function KeysDialog({ groups, open, onOpenChange }: Props) {
  const [isOn, turn] = useSingleKeys()
  return (
    <Dialog title="Keys" open={open} onOpenChange={onOpenChange}>
      {[...groups, 'everywhere' as const].map((group) => (
        <KeyList key={group} {...keyGroups[group]} />
      ))}
      <Checkbox
        name="single-keys"
        label="Single keys do this"
        hint="Switch them off if you speak to your computer or hit keys by accident."
        checked={isOn}
        onChange={(event) => turn(event.target.checked)}
      />
    </Dialog>
  )
}

function KeyList({ title, table }: { title: string; table: KeyTable }) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      <dl className="grid grid-cols-[6.5rem_1fr] gap-x-4 gap-y-2">
        {Object.values(table).map(({ keys, shown = keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1.5">
              {shown.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
