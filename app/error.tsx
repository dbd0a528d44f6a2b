'use client'

import { StatusPage } from '@/components/shell/status-page'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { useUiWords } from '@/components/ui/ui-language'
import { fillIn } from '@/lib/ui-words'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  const { failure } = useUiWords()
  return (
    <StatusPage
      title={failure.title}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            {failure.again}
          </Button>
          <LinkButton href="/">{failure.start}</LinkButton>
        </>
      }
    >
      <p>{failure.saved}</p>
      {error.digest && <p>{fillIn(failure.tell, { number: error.digest })}</p>}
    </StatusPage>
  )
}
