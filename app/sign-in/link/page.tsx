import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Entrance } from '@/components/people/entrance'
import { Button } from '@/components/ui/button'
import { consolePath } from '@/server/auth/console-path'

export const metadata: Metadata = { title: 'Sign in', referrer: 'no-referrer' }

type Props = { searchParams: Promise<Record<'address' | 'token' | 'to', string | string[] | undefined>> }

/** Where a mailed link arrives. Signing in takes a press, because mail scanners open links too and this one works once. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { address, token, to } = await searchParams
  if (typeof address !== 'string' || typeof token !== 'string') redirect('/sign-in?error=link')
  return (
    <Entrance title="Sign in" note={<p>You are about to sign in as {address}.</p>}>
      <form action="/api/auth/callback/mail" method="get">
        <input type="hidden" name="email" value={address} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="callbackUrl" value={consolePath(to)} />
        <Button type="submit" variant="primary">
          Sign in
        </Button>
      </form>
    </Entrance>
  )
}
