import { Callout } from '@/components/ui/callout'

/** How the desk stands to its mailbox; nothing is said while all is well. */
export function MailboxNote({
  isConnected,
  mailbox,
}: {
  isConnected: boolean | null
  mailbox: string | null
}) {
  if (isConnected === null)
    return (
      <Callout title="No mailbox is set up, so no mail comes in">
        Set IMAP_URL and start again. Then say in the settings of each project which addresses are its own.
      </Callout>
    )
  if (isConnected) return null
  return (
    <Callout kind="warning" title="The mailbox is not connected">
      The desk connects to {mailbox} again and again. Nothing is lost meanwhile: mail waits there. If this
      stays, look for “mailbox_connection_lost” in the log.
    </Callout>
  )
}
