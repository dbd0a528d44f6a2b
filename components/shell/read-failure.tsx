import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { FetchFailed } from '@/lib/fetch-json'

type Props = { error: Error; what: string; path: string; retry: () => void }

/** Says that what is shown could not be read again. What was read before stays on the page. */
export function ReadFailure({ error, what, path, retry }: Props) {
  if (error instanceof FetchFailed && error.status === 401)
    return (
      <Callout kind="warning" title="You are signed out">
        <p>Your session has ended. What you see may be old. Nothing was lost.</p>
        <LinkButton href={`/sign-in?to=${encodeURIComponent(path)}`}>Sign in again</LinkButton>
      </Callout>
    )
  return (
    <Callout kind="warning" title={`${what} could not be read again`}>
      <p>{error.message} What you see may be old; it is read again by itself as soon as possible.</p>
      <Button onClick={retry}>Try again</Button>
    </Callout>
  )
}
