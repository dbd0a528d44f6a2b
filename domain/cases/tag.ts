import { shortText } from '@/lib/text'

/** A project with more tags than this finds nothing by them any more. */
export const mostTags = 200
/** More tags than this on one case would fill its row. */
export const mostTagsOfCase = 10
export const longestTag = 30

/** A tag as somebody types it: one short line. A comma would end it where several are typed in one field. */
export const tagLabel = shortText(longestTag, 'Write the tag.').refine((label) => !label.includes(','), {
  error: 'Leave the comma out of the tag.',
})

/** What two tags have in common that are one: `Needs CVE` and `needs cve`. */
export const foldedTag = (label: string): string => label.normalize('NFKC').toLowerCase()
