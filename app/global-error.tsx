'use client'

import ErrorPage from './error'
import './globals.css'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Stands in when even the root layout failed. */
export default function GlobalError(props: Props) {
  return (
    <html lang="en">
      <head>
        <title>This page could not be shown</title>
      </head>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
