import type { Instant } from '@/lib/instant'
import { armoredMessageIn } from '@/domain/encryption/armored-message'
import type { PolicyTerms } from '@/domain/policies/terms'
import type { ReportForm } from './report-form'
import { termsOfForm } from './report-form'
import { namesAddress, namesWeakness, ownWordCount } from './own-statement'
import { severalVulnerabilities } from './several-vulnerabilities'

export type ReportField = keyof ReportForm

export interface ReportCheck {
  /** Per field, what to mend before the report can be sent. */
  errors: Partial<Record<ReportField, string>>
  /** What the reporter should know; does not hold the report up. */
  warnings: Partial<Record<ReportField, string>>
}

const namesFile = (text: string) =>
  /\battach(?:ed|ment|ments)?\b|\b(?:see|open|read) (?:the )?(?:file|pdf|document|video|screenshot|archive|zip)\b|\.(?:pdf|docx?|zip|md|txt|mp4|png)\b/i.test(
    text,
  )

/** Own words that say what is wrong; fewer do when they name the kind of weakness, or when the text points nowhere else. */
const enough = { beside: 4, besideWeakness: 2, alone: 2 }

/**
 * Does the text say next to nothing but where to look instead, or nothing at all? `more`: what stands in other fields, so that a short
 * description above it is no nothing. Worked case: "PoC: https://gist.example/1" → link; "SQL injection in the id parameter" → null.
 */
export function standInOf(
  description: string,
  attachments: number,
  more = '',
): 'link' | 'attachment' | 'nothing' | null {
  const said = description.slice(0, 200_000)
  const words = ownWordCount(said)
  const isNamed = namesWeakness(said)
  if (words >= (isNamed ? enough.besideWeakness : enough.beside)) return null
  if (namesAddress(said)) return 'link'
  if (attachments > 0 || namesFile(said)) return 'attachment'
  return isNamed || words + ownWordCount(more.slice(0, 200_000)) >= enough.alone ? null : 'nothing'
}

const standInErrors = {
  link: 'This is only a link. Links change and ask us to open foreign pages: write here, in your own words, what is wrong and how it can be used. You may keep the link.',
  attachment:
    'This only points to a file. Write here, in your own words, what is wrong and how it can be used. You may keep the file.',
  nothing:
    'This does not say what is wrong. Write here, in your own words, what is wrong and how it can be used.',
}

/**
 * Does the report hold what the project's policy asks for? Contact is never demanded: without one the receipt is the way back,
 * so anonymous reports stay possible and only a warning is given. An encrypted description is complete: only the team can tell what is
 * in it. It needs a contact that is not encrypted.
 */
export function checkReport(
  form: ReportForm,
  terms: Pick<PolicyTerms, 'reportMustHave'>,
  context: { attachments: number; now: Instant },
): ReportCheck {
  const check: ReportCheck = { errors: {}, warnings: {} }
  const { fields, completeInItself } = terms.reportMustHave
  const isEncrypted = armoredMessageIn(form.description) !== null
  const standIn =
    completeInItself && !isEncrypted
      ? standInOf(form.description, context.attachments, [form.impact, form.reproduction].join('\n'))
      : null
  if (standIn !== null) check.errors.description = standInErrors[standIn]
  if (isEncrypted && form.contactEmail === null)
    check.errors.contactEmail =
      'Leave an address that is not encrypted: should we be unable to decrypt the report, we have no other way to tell you.'
  if (fields.includes('impact') && form.impact === null && !isEncrypted)
    check.errors.impact = 'Say what an attacker could do with it. One sentence is enough.'
  if (fields.includes('contact') && form.contactEmail === null && !isEncrypted)
    check.warnings.contactEmail =
      'This project asks for an address. You can send the report without one: your receipt is then the only way back to it.'
  if (severalVulnerabilities([form.title, form.description, form.impact].join('\n')).length > 0)
    check.warnings.description =
      'This reads as if it holds more than one vulnerability. Each is handled in a case of its own: the team can split your report, and your receipt then opens every case. Next time a report for each is quicker.'
  if (form.personalDataSeen && context.attachments > 0)
    check.warnings.personalDataSeen =
      'You came across personal data and attached files. If a file holds such data, tell the team, so that they delete it.'
  const { disclosureAt } = termsOfForm(form, context.now)
  if (disclosureAt !== null && disclosureAt <= context.now)
    check.errors.disclosureDate =
      'This date has passed. Write a later one, or leave it empty and tick that it is public already.'
  return check
}
