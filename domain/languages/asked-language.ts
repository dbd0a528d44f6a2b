import { acceptedLanguage } from '@/lib/accept-language'
import { defaultLanguage, languageCodes, languageNamed, type Language } from './languages'

// Their words are English alone: what maintainers work in, and what programs read.
const inEnglish = /^\/(?:console|api|sign-in|invitation|set-up|theme)(?:\/|$)/

/** Whether pages of that path are spoken in the language somebody asks for. */
export const isTranslated = (path: string): boolean => !inEnglish.test(path)

/** The language a page is spoken in: the one that was chosen, else the one the browser likes best, else English. */
export function askedLanguage(asked: {
  path: string
  /** What the cookie holds. */
  chosen: string | undefined
  /** Accept-Language (RFC 9110 section 12.5.4). */
  accepted: string | null
}): Language {
  if (!isTranslated(asked.path)) return defaultLanguage
  return languageNamed(asked.chosen) ?? acceptedLanguage(asked.accepted, languageCodes) ?? defaultLanguage
}
