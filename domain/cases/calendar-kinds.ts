/** What has a date on a case, in the order of one day. */
export const calendarKinds = ['scheduled', 'embargo_end', 'reporter_date', 'not_before', 'promise'] as const
export type CalendarKind = (typeof calendarKinds)[number]

export const calendarKindLabel: Readonly<Record<CalendarKind, string>> = {
  scheduled: 'Announcement scheduled',
  embargo_end: 'Embargo ends',
  reporter_date: 'Reporter’s own date',
  not_before: 'Announcement possible from',
  promise: 'Promise due',
}
