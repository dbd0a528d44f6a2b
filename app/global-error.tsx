'use client'

import { useState } from 'react'
import { FailedPage, type FailureProps } from '@/components/shell/failed-page'
import { UiLanguage } from '@/components/ui/ui-language'
import { failureWords } from '@/domain/languages/failure-words'
import { englishWords, type UiWords } from '@/lib/ui-words'
import './globals.css'

/**
 * The words in the language the page had, or else in the first that the browser asks for and that is spoken here. Whoever chose
 * another one is known to the server alone.
 */
function wordsHere(): UiWords {
  const asked = typeof document === 'undefined' ? [] : [document.documentElement.lang, ...navigator.languages]
  for (const code of asked.map((tag) => tag.split('-')[0]!.toLowerCase()))
    if (code in failureWords)
      return { ...englishWords, locale: code, failure: failureWords[code as keyof typeof failureWords] }
  return englishWords
}

/** Stands in when even the root layout failed, which is where the language was asked for. */
export default function GlobalError(props: FailureProps) {
  const [words] = useState(wordsHere)
  return (
    <html lang={words.locale}>
      <head>
        <title>{words.failure.title}</title>
      </head>
      <body>
        <UiLanguage words={words}>
          <FailedPage {...props} />
        </UiLanguage>
      </body>
    </html>
  )
}
