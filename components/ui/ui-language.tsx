'use client'

import { createContext, useContext, type ReactNode } from 'react'
import { englishWords, type UiWords } from '@/lib/ui-words'

const Words = createContext<UiWords>(englishWords)

/** Everything inside speaks another language than English. */
export function UiLanguage({ words, children }: { words: UiWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>
}

/** The words of the language that is spoken here. */
export const useUiWords = (): UiWords => useContext(Words)
