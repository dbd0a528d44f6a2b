import type { z } from 'zod'
import type { PolicyTerms } from '@/domain/policies/terms'
import { checkReport } from '@/domain/reports/complete-in-itself'
import { reportFormSchema, reportLimits, type ReportForm } from '@/domain/reports/report-form'
import type { Instant } from '@/lib/instant'
import { encryptedTo, mailEncryptedTo } from '@/server/encryption/read-message'
import { readPublicKey, type PublicKeyFacts } from '@/server/encryption/read-public-key'
import type { Context } from '@/server/kernel/context'
import { fieldErrors, type FieldErrors } from '@/server/kernel/operation'
import { policyInForce } from '@/server/policies/policy-in-force'
import { loadPublicProject, projectName } from '@/server/projects/load-project'
import { reportInput } from './report-input'

interface ReadReport {
  /** What to mend before it can be sent. */
  errors: FieldErrors
  warnings: string[]
  /** The keys the description is encrypted to; null: it is not. */
  keyIds: string[] | null
  /** The reporter's own key. */
  ownKey: PublicKeyFacts | null
}

interface Beside {
  attachments: number
  now: Instant
  channel: z.output<typeof reportInput>['channel']
  reporterKey: string | null
}

/**
 * What the policy and the desk say of a report whose form is right. A mail has no fields to be filled: whether it is complete in
 * itself was asked when it was read.
 */
export async function readReport(
  form: ReportForm,
  terms: PolicyTerms,
  { channel, reporterKey, ...context }: Beside,
): Promise<ReadReport> {
  const check = channel === 'email' ? { errors: {}, warnings: {} } : checkReport(form, terms, context)
  const errors: FieldErrors = Object.fromEntries(
    Object.entries(check.errors).map(([field, error]) => [field, [error]]),
  )
  const read: ReadReport = { errors, warnings: Object.values(check.warnings), keyIds: null, ownKey: null }
  if (channel === 'email') read.keyIds = await mailEncryptedTo(form.description)
  else {
    const keys = await encryptedTo(form.description)
    if (keys.ok) read.keyIds = keys.value
    else errors.description ??= [keys.refusal.reason]
  }
  const key = reporterKey === null ? null : await readPublicKey(reporterKey, context.now)
  if (key?.ok) read.ownKey = key.value
  else if (key) errors.reporterKey = [key.refusal.reason]
  return read
}

/** Fields as the form shows them, from its top to its end. */
const shownOrder = [
  ...['title', 'description', 'impact', 'exploited', 'alreadyPublic', 'reproduction', 'suggestedFix'],
  ...['attachments', 'affectedVersions', 'disclosureDate', 'disclosureTimeZone', 'disclosureDays'],
  ...['toldOthers', 'personalDataSeen', 'creditAs', 'creditName', 'creditHandle', 'creditLink'],
  ...['creditRoles', 'trackingId', 'contactName', 'contactEmail', 'reporterKey', 'newsByMail'],
]
/** `creditRoles.0` is the first of `creditRoles`. */
const fieldOf = (path: string) => path.replace(/\..*/, '')
function placeOf(path: string): number {
  const place = shownOrder.indexOf(fieldOf(path))
  return place === -1 ? shownOrder.length : place
}

/** What is wrong, in the order in which the form shows its fields; what it does not show comes last. */
export const inFormOrder = (errors: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other)))

/** What stands for a field that is wrong while the others are read; one that may be empty is left empty. */
const standIns: Readonly<Record<string, (given: unknown) => unknown>> = {
  title: () => '–',
  // Whether it is encrypted decides what else it needs.
  description: (given) => (typeof given === 'string' && given.slice(0, reportLimits.body).trim()) || '–',
}

const withoutWrong = (given: Record<string, unknown>, wrong: FieldErrors) => ({
  ...given,
  ...Object.fromEntries(
    Object.keys(wrong)
      .map(fieldOf)
      .map((field) => [field, standIns[field]?.(given[field])] as const),
  ),
})

/**
 * All that is wrong of a report whose form is wrong: what the form says, and what would be said of the rest once that is mended. Of a
 * field that is wrong already nothing further is said.
 */
export async function allThatIsWrong(
  context: Context,
  rawInput: unknown,
  wrong: FieldErrors,
): Promise<FieldErrors> {
  const given = { ...(rawInput as object) } as Record<string, unknown>
  const named = projectName.safeParse(given.project)
  const found = named.success ? await loadPublicProject(context, named.data) : null
  if (!found || given.channel === 'email') return inFormOrder(wrong)
  let errors = wrong
  let form = reportFormSchema.safeParse(withoutWrong(given, errors))
  if (!form.success) {
    // A date beside a zone is judged only once every field by itself is right.
    errors = { ...fieldErrors(form.error), ...errors }
    form = reportFormSchema.safeParse(withoutWrong(given, errors))
  }
  if (!form.success) return inFormOrder(errors)
  const key = reportInput.shape.reporterKey.safeParse(given.reporterKey)
  const { attachments: files } = given
  const policy = await policyInForce(context, found.project.id)
  const read = await readReport(form.data, policy.terms, {
    now: context.now,
    channel: 'web',
    attachments: Array.isArray(files) ? files.length : 0,
    reporterKey: key.success ? key.data : null,
  })
  return inFormOrder({ ...read.errors, ...errors })
}
