import { z } from 'zod'
import { longText, optionalLongText, optionalShortText, shortText } from '@/lib/text'

/** The limits of the short forms, in characters. */
export const requestLimits = { line: 500, prose: 10_000 } as const

const { line, prose } = requestLimits

/** How to reach whoever asks; both may stay empty, the receipt is the way back. */
export const requestContact = {
  contactName: optionalShortText(200),
  contactEmail: optionalShortText(254).pipe(
    z.email('This is no mail address. Write one like name@example.org, or leave it empty.').nullable(),
  ),
}
export type RequestContact = z.output<z.ZodObject<typeof requestContact>>

/** “Ask before testing”: what, where, when, how. */
export const testingFields = {
  what: longText(prose, 'Say what you want to test.'),
  where: longText(prose, 'Say where: addresses, accounts, a copy of your own.'),
  when: shortText(line, 'Say when, with dates.'),
  how: longText(prose, 'Say how: by hand, which tools, how many requests.'),
}
export type TestingQuestion = z.output<z.ZodObject<typeof testingFields>>

export const policyParts = [
  'promises',
  'backports',
  'reports',
  'scope',
  'safe_harbour',
  'announcing',
  'contact',
  'other',
] as const

export const policyPartLabel: Readonly<Record<(typeof policyParts)[number], string>> = {
  promises: 'The promises and their times',
  backports: 'Which versions get fixes',
  reports: 'What a report must have',
  scope: 'Scope and testing',
  safe_harbour: 'Safe harbour',
  announcing: 'Embargo and announcing',
  contact: 'How to reach the team',
  other: 'Something else',
}

/** “Suggest a change to this policy”: which part, what it should say, why. */
export const policySuggestionFields = {
  part: z.enum(policyParts, { error: 'Choose the part you mean.' }),
  text: longText(prose, 'Write what it should say.'),
  why: longText(prose, 'Say why: what goes wrong as it stands?'),
}
export type PolicySuggestion = z.output<z.ZodObject<typeof policySuggestionFields>>

/** “Ask for a backport”: both may stay empty at first, the request then waits for them. */
export const evidenceFields = {
  breakingChange: optionalLongText(prose),
  demonstration: optionalLongText(prose),
}
export type BackportEvidence = z.output<z.ZodObject<typeof evidenceFields>>
