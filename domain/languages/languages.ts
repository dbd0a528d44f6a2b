import { de } from './de'
import { en, type Catalogue } from './en'

/** Every language of the portal. The first is spoken to whoever understands none of them. */
export const languages = { en, de } as const satisfies Record<string, Catalogue>

export type Language = keyof typeof languages

export const languageCodes = Object.keys(languages) as Language[]

/** What is spoken where nothing else is asked for, in the console, and to programs. */
export const defaultLanguage: Language = 'en'

/** Cookie that remembers a chosen language. Absent means: as the browser asks. */
export const languageCookie = 'language'

/** Header by which every page hears which language was asked for; set by the proxy alone. */
export const languageHeader = 'x-language'

/** The language of that code; null when there is none. */
export const languageNamed = (code: unknown): Language | null =>
  languageCodes.find((language) => language === code) ?? null
