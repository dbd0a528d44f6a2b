'use client'

import { StatusPage } from '@/components/shell/status-page'
import { buttonClass } from '@/components/ui/button-class'
import { LinkButton } from '@/components/ui/link-button'
import { useUiWords } from '@/components/ui/ui-language'
import { fillIn } from '@/lib/ui-words'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Every page carries this in its scripts, so it is made of elements alone. */
export default function ErrorPage({ error, retry }: Props) {
  const { failure } = useUiWords()
  return (
    <StatusPage
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
