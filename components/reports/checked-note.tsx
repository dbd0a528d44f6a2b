import { Callout } from '@/components/ui/callout'

/** Said while senders are checked: what differs with and without scripts. */
export function CheckedNote() {
  return (
    <Callout title="Many reports arrive just now">
      <p>
        Your browser calculates for a few seconds when you send; you need not do anything. With scripts
        switched off it cannot: your report is stored and you get your receipt, and a person looks at it
        before the team is told.
      </p>
    </Callout>
  )
}
