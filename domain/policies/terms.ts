import { z } from 'zod'
import { cleanText } from '@/lib/text'

/**
 * What a project promises and asks, as data: one policy version.
 * A case follows the version in force when its report arrived, so nothing here is ever changed in place.
 */

const weekday = z.number().int().min(1).max(7).describe('ISO weekday: 1 Monday … 7 Sunday')
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time like 09:30.')
const plainDate = z.iso.date('Use a date like 2026-12-24.')
const cleaned = z.string().transform(cleanText)
const line = cleaned.pipe(z.string().trim().min(1).max(500))

const span = z.object({
  hours: z
    .number()
    .int()
    .min(1)
    .max(24 * 366),
  counting: z.enum(['calendar', 'business']),
})

export const businessCalendarSchema = z.object({
  timeZone: cleaned.pipe(z.string().min(1).max(64)).describe('IANA zone, e.g. Europe/Berlin'),
  workingDays: z.array(weekday).min(1).max(7),
  /** null: whole working days count, so that 48 business hours are two working days. */
  workingHours: z.object({ from: timeOfDay, to: timeOfDay }).nullable(),
  /** Where the public holidays below were computed from. */
  holidayRegion: z
    .object({
      country: cleaned.pipe(z.string().length(2)),
      state: cleaned.pipe(z.string().max(10)).nullable(),
    })
    .nullable(),
  /** `isOwn`: named by the team, so it stays when the region's holidays are computed anew. */
  holidays: z.array(z.object({ date: plainDate, name: line, isOwn: z.boolean().optional() })).max(500),
  /** Whole days away, both ends included. */
  shutdowns: z.array(z.object({ from: plainDate, to: plainDate, name: line })).max(50),
})

export const policyTermsSchema = z.object({
  /** null: as soon as possible, without a number. */
  acknowledge: span.nullable(),
  respond: span.extend({ countedFrom: z.enum(['received', 'acknowledged']) }).nullable(),
  keepInformedEveryDays: z.number().int().min(1).max(365).nullable(),
  businessCalendar: businessCalendarSchema,
  announce: z.object({
    /** Not before this many days after the last patch release. */
    delayDays: z.number().int().min(0).max(365),
    preferredWeekdays: z.array(weekday).max(7),
    preferredTime: timeOfDay.nullable(),
    avoidHolidays: z.boolean(),
    secondApproval: z.boolean(),
  }),
  embargo: z.object({ longestDays: z.number().int().min(1).max(3650).nullable() }),
  backports: z.object({
    lines: z.enum(['every_supported', 'newest_only']),
    olderMinors: z.enum(['never', 'on_request']),
  }),
  releaseKinds: z.array(z.enum(['patch', 'minor'])).min(1),
  reportMustHave: z.object({
    fields: z.array(z.enum(['description', 'impact', 'contact'])),
    completeInItself: z.boolean(),
    oneVulnerability: z.boolean(),
  }),
  scope: z.object({
    inScope: z.array(line).max(50),
    outOfScope: z.array(line).max(50),
    unsafeByDesign: z.array(z.object({ behaviour: line, documentedAt: line })).max(50),
    prohibitedTesting: z.array(line).max(50),
  }),
  safeHarbour: z
    .object({ conditions: z.array(line).max(50), promise: cleaned.pipe(z.string().trim().min(1).max(4000)) })
    .nullable(),
  channels: z.object({
    mail: z.array(z.email()).max(10),
    /** How to reach the team without encryption, e.g. when a message could not be decrypted. */
    plainContact: line.nullable(),
    encryptionKeyUrl: cleaned.pipe(z.url({ protocol: /^https$/ })).nullable(),
  }),
  /** The reporter may publish when the promises are broken. */
  reporterMayPublishIfIgnored: z.boolean(),
  /** Days of the reporter's silence after a question, after which the handler may go on. */
  silenceDays: z.number().int().min(1).max(365),
  feedback: line.nullable(),
})

export type PolicyTerms = z.infer<typeof policyTermsSchema>
export type BusinessCalendar = z.infer<typeof businessCalendarSchema>
export type Span = z.infer<typeof span>
