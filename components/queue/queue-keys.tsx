import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { useSingleKeys } from './use-shortcuts'

type Keys = readonly [keys: string[], does: string][]

const queueKeys: Keys = [
  [['j', 'k'], 'Next case, case before'],
  [['Enter'], 'Open the case'],
  [['a'], 'Assign a handler'],
  [['c'], 'Take the case yourself'],
  [['s'], 'Open the case at its severity'],
  [['u'], 'Mark as unread'],
  [['/'], 'Search'],
  [['⌘ K', 'Ctrl K'], 'Go anywhere'],
  [['?'], 'Show these keys'],
]

type Props = { keys?: Keys; open: boolean; onOpenChange: (open: boolean) => void }

/** Which key does what in a list: in the queue, unless other keys are given. */
export function QueueKeys({ keys = queueKeys, open, onOpenChange }: Props) {
  const [isOn, turn] = useSingleKeys()
  return (
    <Dialog title="Keys" open={open} onOpenChange={onOpenChange}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {keys.map(([names, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1.5">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
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
