import { FormReader } from '@/lib/form-reader'
import { ok, refuse, type Result } from '@/lib/result'
import { datedDays, datedSpans, pairs } from './dated-lines'
import { policyTermsSchema, type BusinessCalendar, type PolicyTerms } from './terms'
import { fieldOfPath } from './terms-fields'

export interface WrittenPolicy {
  terms: PolicyTerms
  introduction: string
}

type FieldErrors = Record<string, string[]>

const maxHours = 24 * 366

/**
 * The policy that a filled form describes, or what is wrong with it by field. Holidays hold the team's own days only; those
 * of the region are computed where the policy is saved.
 */
export function termsFromForm(
  values: Record<string, string | string[] | undefined>,
): Result<WrittenPolicy, FieldErrors> {
  const form = new FormReader(values)
  const introduction = form.text('introduction', 4000)
  const written = {
    acknowledge: spanFrom(form, 'acknowledge'),
    respond: respondFrom(form),
    keepInformedEveryDays: form.wholeNumber('keepInformedEveryDays', 1, 365),
    businessCalendar: calendarFrom(form),
    announce: {
      delayDays: form.neededNumber('announce.delayDays', 0, 365),
      preferredWeekdays: form.list('announce.preferredWeekdays').map(Number),
      preferredTime: form.text('announce.preferredTime') || null,
      avoidHolidays: form.ticked('announce.avoidHolidays'),
      secondApproval: form.ticked('announce.secondApproval'),
    },
    embargo: { longestDays: form.wholeNumber('embargo.longestDays', 1, 3650) },
    backports: {
      lines: form.choice('backports.lines', ['every_supported', 'newest_only']),
      olderMinors: form.choice('backports.olderMinors', ['never', 'on_request']),
    },
    releaseKinds: releaseKindsFrom(form),
    reportMustHave: {
      fields: form.list('reportMustHave.fields'),
      completeInItself: form.ticked('reportMustHave.completeInItself'),
      oneVulnerability: form.ticked('reportMustHave.oneVulnerability'),
    },
    scope: {
      inScope: form.lines('scope.inScope'),
      outOfScope: form.lines('scope.outOfScope'),
      unsafeByDesign: pairs(form, 'scope.unsafeByDesign'),
      prohibitedTesting: form.lines('scope.prohibitedTesting'),
    },
    safeHarbour: safeHarbourFrom(form),
    channels: {
      mail: form.lines('channels.mail', { max: 10 }),
      plainContact: form.text('channels.plainContact') || null,
      encryptionKeyUrl: form.text('channels.encryptionKeyUrl') || null,
    },
    reporterMayPublishIfIgnored: form.ticked('reporterMayPublishIfIgnored'),
    silenceDays: form.neededNumber('silenceDays', 1, 365),
    feedback: form.text('feedback') || null,
  }
  const terms = policyTermsSchema.safeParse(written)
  for (const issue of terms.error?.issues ?? []) {
    const field = fieldOfPath(issue.path.join('.'))
    if (!form.errors[field]) form.refuse(field, said(field, issue.message))
  }
  return terms.success && Object.keys(form.errors).length === 0
    ? ok({ terms: terms.data, introduction })
    : refuse(form.errors)
}

/** Where the schema alone knows what is wrong, in words of the form. */
const said = (field: string, message: string): string =>
  ({
    'channels.mail': 'Write one mail address on each line, such as security@example.org.',
    'channels.encryptionKeyUrl': 'Write the whole address of the key, starting with https://.',
    'businessCalendar.timeZone': 'Choose a time zone.',
    'businessCalendar.workingDays': 'Tick at least one working day.',
  })[field] ?? message

function spanFrom(form: FormReader, name: 'acknowledge' | 'respond'): PolicyTerms['acknowledge'] {
  const counting = form.choice(`${name}.counting`, ['none', 'calendar', 'business'])
  return counting === 'none' ? null : { hours: form.neededNumber(`${name}.hours`, 1, maxHours), counting }
}

function respondFrom(form: FormReader): PolicyTerms['respond'] {
  const span = spanFrom(form, 'respond')
  return span && { ...span, countedFrom: form.choice('respond.countedFrom', ['received', 'acknowledged']) }
}

function calendarFrom(form: FormReader): BusinessCalendar {
  const from = form.text('businessCalendar.workingHours.from')
  const to = form.text('businessCalendar.workingHours.to')
  if ((from === '') !== (to === '')) {
    form.refuse('businessCalendar.workingHours.from', 'Give both ends of the working hours, or neither.')
  }
  const [country = '', state] = form.text('businessCalendar.holidayRegion').split(/-(.*)/s)
  return {
    timeZone: form.text('businessCalendar.timeZone'),
    workingDays: form.list('businessCalendar.workingDays').map(Number),
    workingHours: from && to ? { from, to } : null,
    holidayRegion: country ? { country, state: state || null } : null,
    holidays: datedDays(form, 'businessCalendar.ownHolidays').map((day) => ({ ...day, isOwn: true })),
    shutdowns: datedSpans(form, 'businessCalendar.shutdowns'),
  }
}

function releaseKindsFrom(form: FormReader): string[] {
  const kinds = form.list('releaseKinds')
  if (kinds.length === 0)
    form.refuse('releaseKinds', 'Tick at least one kind of release that may carry a fix.')
  return kinds
}

function safeHarbourFrom(form: FormReader): PolicyTerms['safeHarbour'] {
  const conditions = form.lines('safeHarbour.conditions')
  const promise = form.text('safeHarbour.promise', 4000)
  if (conditions.length > 0 && promise === '') {
    form.refuse(
      'safeHarbour.promise',
      'Say what you promise to those who keep to the conditions, or remove the conditions.',
    )
  }
  return promise === '' ? null : { conditions, promise }
}
