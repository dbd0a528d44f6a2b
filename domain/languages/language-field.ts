import { z } from 'zod'
import { defaultLanguage, languageNamed, type Language } from './languages'

/** The language mails to a reporter are written in: that of the page they used; English where nothing or no language of ours is named. */
export const languageField = z
  .string()
  .optional()
  .transform((code): Language => languageNamed(code) ?? defaultLanguage)
