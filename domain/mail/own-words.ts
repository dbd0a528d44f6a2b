import EmailReplyParser from 'email-reply-parser'

/** Longer replies are shown whole: finding quotes in them would take too long. */
const longest = 100_000
/** A single line as long is no heading of a quote. */
const longestLine = 2000

/**
 * What somebody wrote in a reply, without what they quoted before or after it and without their signature. Quotes between their
 * words stay, for those words answer them. A reply that would be empty is given whole.
 */
export function ownWords(text: string): string {
  if (text.length > longest || text.split('\n').some((line) => line.length > longestLine)) return text
  const fragments = new EmailReplyParser().read(text).getFragments()
  const first = fragments.findIndex((fragment) => !fragment.isHidden())
  const last = fragments.findLastIndex((fragment) => !fragment.isHidden())
  if (first < 0) return text
  const kept = fragments
    .slice(first, last + 1)
    .map((fragment) => fragment.getContent())
    .join('\n')
  return withoutAttribution(kept).trim() || text
}

/** “On Friday, Ann wrote:” before a quote that is gone. */
const withoutAttribution = (text: string) =>
  text.replace(/^[^\n]{0,300}(?:wrote|schrieb|écrit|escribió)\s?:\s*\n+(?=\S)/, '')
