import { z } from 'zod'
import { cleanText, shortText } from '@/lib/text'

/** Words that stand beside projects in addresses, or soon may. */
const reserved = new Set([
  'new',
  'api',
  'console',
  'settings',
  'report',
  'projects',
  'advisories',
  'feeds',
  'admin',
])

/** The project's name in addresses: lower case words joined by hyphens. It never changes, since links hold it. */
export const projectSlug = z
  .string({ error: 'Write the short name for addresses.' })
  .trim()
  .min(2, 'Use at least two characters.')
  .max(60, 'Use at most 60 characters.')
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Use lower case letters, digits and single hyphens, such as art-of-tech.',
  )
  .refine((slug) => !reserved.has(slug), 'This word is taken by the desk itself. Choose another.')

/** Begins every case reference and advisory id. It never changes, since both are cited. */
export const projectKey = z
  .string({ error: 'Write the key.' })
  .trim()
  .toUpperCase()
  .regex(/^[A-Z][A-Z0-9]{1,7}$/, 'Use two to eight letters and digits, a letter first, such as MAR.')

/** What may be changed about a project at any time. */
export const projectFacts = {
  name: shortText(80, 'Write the name of the project.'),
  summary: shortText(300, 'Say in one sentence what it is.'),
  repository: z
    .union([
      z.literal(''),
      z
        .string()
        .transform(cleanText)
        .pipe(z.url({ protocol: /^https$/, error: 'Give an address that starts with https://.' }).max(500)),
    ])
    .nullish()
    .transform((address) => address || null),
}

/** A slug made of a name: `Art of Tech` becomes `art-of-tech`. Empty when nothing of it can stand in an address. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
