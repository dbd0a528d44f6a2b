'use client'

import type { FailureProps } from '@/components/shell/failed-page'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'

/** A page of the console that could not be made. The frame around it stays. */
export default function ConsoleError({ error, retry }: FailureProps) {
  return (
    <Callout kind="danger" title="This page could not be shown">
      <p>
        Something went wrong on our side{error.digest ? ` (number ${error.digest})` : ''}. Nothing was changed
        and nothing was lost. Try again; if it stays, tell whoever runs this desk that number.
      </p>
      <Button onClick={() => retry()}>Try again</Button>
    </Callout>
  )
}
