import { Callout } from '@/components/ui/callout'
import { CopyButton } from '@/components/ui/copy-button'

/** The link of a new invitation, shown this once. */
export function InvitationMade({ link, mailedTo }: { link: string; mailedTo: string | null }) {
  return (
    <div role="status">
      <Callout kind="success" title={mailedTo ? `Invited, and mailed to ${mailedTo}` : 'Invited'}>
        <p>
          The link works once, for 7 days. It is shown only now: copy it if you want to hand it over yourself.
        </p>
        <p className="font-mono break-all">{link}</p>
        <div>
          <CopyButton text={link} label="Copy link" size="small" />
        </div>
      </Callout>
    </div>
  )
}
