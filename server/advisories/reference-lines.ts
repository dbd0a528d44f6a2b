import { z } from 'zod'
import { cleanText } from '@/lib/text'
import { referenceSchema, type Reference } from '@/domain/advisories/advisory-draft'

/** References as a form gives them: one a line, the link and then its name. */
export const referenceLines = z
  .string()
  .max(50_000, 'Keep the 50 most useful references.')
  .transform((text) =>
    cleanText(text)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [url = '', ...words] = line.split(/\s+/)
        return { url, label: words.join(' ') || url }
      }),
  )
  .pipe(z.array(referenceSchema).max(50, 'Keep the 50 most useful references.'))

/** The same as text for the form. */
export const referencesAsLines = (references: readonly Reference[]): string =>
  references.map(({ url, label }) => (label === url ? url : `${url} ${label}`)).join('\n')
