import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'

type Props = { title: string; secret: string; note: string }

/** A secret that was just made, shown this once. */
export function SecretShown({ title, secret, note }: Props) {
  return (
    <div role="status">
      <Callout kind="success" title={title}>
        <p>{note} It is shown only now.</p>
        <p className="font-mono break-all" data-testid="secret">
          {secret}
        </p>
        <div>
          <CopyButton text={secret} label="Copy" size="small" />
        </div>
      </Callout>
    </div>
  )
}
