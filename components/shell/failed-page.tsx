'use client'

import { buttonClass } from '@/components/ui/button-class'
import { LinkButton } from '@/components/ui/link-button'
import { useUiWords } from '@/components/ui/ui-language'
import { fillIn } from '@/lib/ui-words'
import { StatusPage } from './status-page'

export type FailureProps = { error: Error & { digest?: string }; retry: () => void }

/** A page that could not be made. Every page carries this in its scripts, so it is made of elements alone. `isFramed`: as of `StatusPage`. */
export function FailedPage({ error, retry, isFramed }: FailureProps & { isFramed?: boolean }) {
  const { failure } = useUiWords()
  return (
    <StatusPage
      isFramed={isFramed}
      title={failure.title}
      actions={
        <>
          <button type="button" className={buttonClass('primary', 'regular')} onClick={() => retry()}>
            {failure.again}
          </button>
          <LinkButton href="/">{failure.start}</LinkButton>
        </>
      }
    >
      <p>{failure.saved}</p>
      {error.digest && <p>{fillIn(failure.tell, { number: error.digest })}</p>}
    </StatusPage>
  )
}
