import { cleanText } from '@/lib/text'
import { htmlToText } from './html-to-text'

/**
 * The text of a message: its plain part when that says something, else its HTML as a person would read it. Some programs send a
 * plain part that only says to look at the other one; it counts as nothing when it has fewer than 40 characters and the HTML much more.
 */
export function textOfMail({ plain, html }: { plain: string; html: string }): string {
  const written = cleanText(plain).trim()
  if (html === '' || written.length >= 40) return written
  const drawn = cleanText(htmlToText(html)).trim()
  return written === '' || drawn.length > 4 * written.length ? drawn : written
}
