import type { Metadata } from 'next'
import { Entrance } from '@/components/people/entrance'
import { NewAccountForm } from '@/components/people/new-account-form'
import { linkToken } from '@/server/auth/link-cookie'
import { setUpAction } from '@/server/people/actions'
import { invitationOfLink } from '@/server/people/invitation-of-link'

export const metadata: Metadata = { title: 'Set up the desk' }

export default async function SetUpPage() {
  const token = await linkToken('set-up')
  const found = token ? await invitationOfLink({ kind: 'anyone' }, { token }) : null
  if (!found?.ok || found.value.role !== 'owner')
    return (
      <Entrance title="This link does not work">
        <p>
          The desk prints a link for its first owner each time it starts, as long as it has none. Start it
          again and open the new link, whole, within 24 hours.
        </p>
        <p>
          Is the desk set up already? <a href="/sign-in">Sign in</a>.
        </p>
      </Entrance>
    )
  return (
    <Entrance
      title="Set up the desk"
      note={<p>You become its first owner. Next you add a project, and invite the others.</p>}
    >
      <NewAccountForm action={setUpAction} address={null} submitLabel="Set up" />
    </Entrance>
  )
}
