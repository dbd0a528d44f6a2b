import { z } from 'zod'
import { encryptableText } from '@/domain/encryption/encryptable-text'
import type { Instant } from '@/lib/instant'
import { checkbox, optionalLongText, optionalShortText, shortText } from '@/lib/text'
import {
  daysAfterReport,
  localInstant,
  reporterRoles,
  type CreditWish,
  type ReporterTerms,
} from './reporter-terms'

/** The limits of the report form, in characters; generous, so that a whole write-up fits. */
export const reportLimits = { line: 200, version: 1_000, prose: 20_000, body: 60_000 } as const

const { line, version, prose, body } = reportLimits

const email = optionalShortText(254).pipe(
  z.email('This is no mail address. Write one like name@example.org, or leave it empty.').nullable(),
)

/** So many days after the report, as a form's text or a number; null: left empty. */
export const daysAfter = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given, context) => {
    const text = String(given ?? '').trim()
    if (text === '') return null
    const days = Number(text)
    if (Number.isInteger(days) && days >= 1 && days <= 730) return days
    context.addIssue({
      code: 'custom',
      message: 'Write a whole number of days from 1 to 730, or leave it empty.',
      input: given,
    })
    return z.NEVER
  })

/** How a reporter is credited, as fields of a form; `reporterRoles` says what they may have been. */
export const creditFields = {
  creditAs: z
    .enum(['name', 'anonymous', 'none'], { error: 'Choose how you want to be credited.' })
    .default('name'),
  creditName: optionalShortText(line),
  creditHandle: optionalShortText(100),
  creditLink: optionalShortText(500).refine(
    (url) => url === null || (URL.canParse(url) && new URL(url).protocol === 'https:'),
    'Give a link that starts with https://, or leave it empty.',
  ),
  creditRoles: z
    .array(z.enum(reporterRoles, { error: 'Choose among what is listed.' }))
    .max(reporterRoles.length, 'Choose each once.')
    .default([]),
}

/**
 * What a reporter sends, from a form (strings, `on`) or as JSON. Cleaned, but otherwise word for word.
 * What the policy asks for beyond this is checked by `checkReport`.
 */
export const reportFormSchema = z
  .object({
    title: shortText(line, 'Write one line that says what is wrong.'),
    /** In words, or as an OpenPGP message. */
    description: encryptableText(body, 'Describe what you found.'),
    impact: optionalLongText(prose),
    reproduction: optionalLongText(body),
    suggestedFix: optionalLongText(prose),
    affectedVersions: optionalShortText(version),
    /** Local date and time, e.g. `2027-03-01T09:00`. */
    disclosureDate: optionalShortText(25),
    disclosureTimeZone: optionalShortText(64),
    /** In place of a date: so many days after the report arrives. */
    disclosureDays: daysAfter,
    ...creditFields,
    /** What the reporter themselves call it: a number in their own list. */
    trackingId: optionalShortText(100),
    personalDataSeen: checkbox(),
    alreadyPublic: checkbox(),
    exploited: checkbox(),
    /** Whom else they told; null: nobody, or left empty. */
    toldOthers: optionalLongText(prose),
    contactName: optionalShortText(line),
    contactEmail: email,
  })
  .superRefine((form, context) => {
    if (form.disclosureDate === null) return
    if (form.disclosureDays !== null)
      context.addIssue({
        code: 'custom',
        path: ['disclosureDays'],
        message: 'State one of the two: a date, or days after the report.',
        input: form.disclosureDays,
      })
    const at = localInstant(form.disclosureDate, form.disclosureTimeZone ?? '')
    if (at.ok) return
    const path = at.refusal.code === 'zone' ? 'disclosureTimeZone' : 'disclosureDate'
    context.addIssue({ code: 'custom', path: [path], message: at.refusal.reason, input: form[path] })
  })
export type ReportForm = z.infer<typeof reportFormSchema>

/** How the form asks for the credit. By name without one takes the contact's name, else stays anonymous; no role said: finder and reporter. */
export function creditOfForm(form: Pick<ReportForm, keyof typeof creditFields | 'contactName'>): CreditWish {
  if (form.creditAs === 'none') return { as: 'none' }
  const chosen = reporterRoles.filter((role) => form.creditRoles.includes(role))
  const roles = chosen.length > 0 ? chosen : (['finder', 'reporter'] as const)
  const name = form.creditName ?? (form.creditHandle === null ? form.contactName : null)
  if (form.creditAs === 'anonymous' || (name === null && form.creditHandle === null))
    return { as: 'anonymous', roles }
  return { as: 'name', name, handle: form.creditHandle, link: form.creditLink, roles }
}

/** The reporter's own terms as the form states them, for a report that arrived at `receivedAt`. */
export function termsOfForm(
  form: Pick<
    ReportForm,
    'disclosureDate' | 'disclosureTimeZone' | 'disclosureDays' | keyof typeof creditFields | 'contactName'
  >,
  receivedAt: Instant,
): ReporterTerms {
  const disclosureAt = statedInstant(form, receivedAt)
  return {
    disclosureAt,
    disclosureTimeZone: disclosureAt === null ? null : (form.disclosureTimeZone ?? 'UTC'),
    credit: creditOfForm(form),
  }
}

function statedInstant(
  form: Pick<ReportForm, 'disclosureDate' | 'disclosureTimeZone' | 'disclosureDays'>,
  receivedAt: Instant,
): Instant | null {
  if (form.disclosureDate === null)
    return form.disclosureDays === null ? null : daysAfterReport(receivedAt, form.disclosureDays)
  const at = localInstant(form.disclosureDate, form.disclosureTimeZone ?? '')
  return at.ok ? at.value : null
}
