import { z } from 'zod'
import { encryptableText } from '@/domain/encryption/encryptable-text'
import { checkbox, optionalLongText, optionalShortText, shortText } from '@/lib/text'
import { localInstant, type ReporterTerms } from './reporter-terms'

/** The limits of the report form, in characters; generous, so that a whole write-up fits. */
export const reportLimits = { line: 200, version: 1_000, prose: 20_000, body: 60_000 } as const

const { line, version, prose, body } = reportLimits

const email = optionalShortText(254).pipe(
  z.email('This is no mail address. Write one like name@example.org, or leave it empty.').nullable(),
)

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
    creditAs: z
      .enum(['name', 'anonymous', 'none'], { error: 'Choose how you want to be credited.' })
      .default('name'),
    creditName: optionalShortText(line),
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
    const at = localInstant(form.disclosureDate, form.disclosureTimeZone ?? '')
    if (at.ok) return
    const path = at.refusal.code === 'zone' ? 'disclosureTimeZone' : 'disclosureDate'
    context.addIssue({ code: 'custom', path: [path], message: at.refusal.reason, input: form[path] })
  })
export type ReportForm = z.infer<typeof reportFormSchema>

/** The reporter's own terms as the form states them. A credit by name without one takes the contact's name, else stays anonymous. */
export function termsOfForm(
  form: Pick<ReportForm, 'disclosureDate' | 'disclosureTimeZone' | 'creditAs' | 'creditName' | 'contactName'>,
): ReporterTerms {
  const at =
    form.disclosureDate === null ? null : localInstant(form.disclosureDate, form.disclosureTimeZone ?? '')
  const disclosureAt = at?.ok ? at.value : null
  const name = form.creditName ?? form.contactName
  return {
    disclosureAt,
    disclosureTimeZone: disclosureAt === null ? null : form.disclosureTimeZone,
    credit:
      form.creditAs !== 'name'
        ? { as: form.creditAs }
        : name === null
          ? { as: 'anonymous' }
          : { as: 'name', name },
  }
}
