import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/people/entrance'
import { MailLinkForm } from '@/components/people/mail-link-form'
import { SignInForm } from '@/components/people/sign-in-form'
import { Callout } from '@/components/ui/callout'
import { Disclosure } from '@/components/ui/disclosure'
import { consolePath } from '@/server/auth/console-path'
import { currentPerson } from '@/server/auth/current-actor'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<{ to?: string | string[]; error?: string | string[] }> }

export default async function SignInPage({ searchParams }: Props) {
  const { to: wanted, error } = await searchParams
  const to = consolePath(wanted)
  if (await currentPerson()) redirect(to)
  return (
    <Entrance title="Sign in" note={<p>For the team. Reporters need no account.</p>}>
      {error !== undefined && (
        <Callout kind="warning" title="You are not signed in">
          The link was used already or has expired. Ask for another one below, or use your password.
        </Callout>
      )}
      <SignInForm to={to} />
      <Disclosure summary="Forgot your password?" open={error !== undefined}>
        <p className="text-muted">
          We mail you a link that signs you in. Then choose a new password in your account.
        </p>
        <MailLinkForm to={to} />
      </Disclosure>
    </Entrance>
  )
}
