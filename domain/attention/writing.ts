/** What somebody may be writing on a case: to the reporter, or a note for the team. */
export const writings = ['reply', 'note'] as const
export type Writing = (typeof writings)[number]
