import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LinkButton } from '@/components/ui/link-button'
import { FetchFailed } from '@/lib/fetch-json'

type Props = {
  error: Error
  what: string
  /** Where signing in again leads back to. */
  path: string
  /** Nothing was read before. */
  isFirst?: boolean
  retry: () => void
}

/** Says that something could not be read. What was read before stays on the page. */
export function ReadFailure({ error, what, path, isFirst = false, retry }: Props) {
  if (error instanceof FetchFailed && error.status === 401)
    return (
      <Callout kind="warning" title="You are signed out">
        <p>Your session has ended. {!isFirst && 'What you see may be old.'} Nothing was lost.</p>
        <LinkButton href={`/sign-in?to=${encodeURIComponent(path)}`}>Sign in again</LinkButton>
      </Callout>
    )
  return (
    <Callout kind="warning" title={`${what} could not be read${isFirst ? '' : ' again'}`}>
      <p>
        {error.message}{' '}
        {!isFirst && 'What you see may be old; it is read again by itself as soon as possible.'}
      </p>
      <Button onClick={retry}>Try again</Button>
    </Callout>
  )
}
