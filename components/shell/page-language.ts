import { headers } from 'next/headers'
import { cache } from 'react'
import { defaultLanguage, languageHeader, languageNamed } from '@/domain/languages/languages'
import { spoken, type Spoken } from '@/domain/languages/spoken'

/** The language of the page that is drawn, with its words. */
export const pageLanguage = cache(async (): Promise<Spoken> =>
  spoken(languageNamed((await headers()).get(languageHeader)) ?? defaultLanguage),
)
