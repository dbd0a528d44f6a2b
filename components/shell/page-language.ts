import { headers } from 'next/headers'
import { cache } from 'react'
import { languageHeader } from '@/domain/languages/languages'
import { spokenIn, type Spoken } from '@/domain/languages/spoken'

/** The language of the page that is drawn, with its words. */
export const pageLanguage = cache(async (): Promise<Spoken> =>
  spokenIn((await headers()).get(languageHeader)),
)
