'use client'

import ErrorPage from './error'
import { englishWords } from '@/lib/ui-words'
import './globals.css'

type Props = { error: Error & { digest?: string }; retry: () => void }

/** Stands in when even the root layout failed; in English, because that is where the language was asked for. */
export default function GlobalError(props: Props) {
  return (
    <html lang="en">
      <head>
        <title>{englishWords.failure.title}</title>
      </head>
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  )
}
