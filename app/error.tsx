'use client'

import { StatusPage } from '@/components/shell/status-page'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

type Props = { error: Error & { digest?: string }; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return (
    <StatusPage
      title="This page could not be shown"
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
          <LinkButton href="/">To the start page</LinkButton>
        </>
      }
    >
      <p>Something failed on our side. What was already sent and saved is still there.</p>
      {error.digest && (
        <p>
          If it stays, tell the people who run this site: error <code>{error.digest}</code>.
        </p>
      )}
    </StatusPage>
  )
}
