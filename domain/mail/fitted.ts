import { cleanText, textLength } from '@/lib/text'

export interface Fitted {
  text: string
  /** True: the text goes on elsewhere. */
  isCut: boolean
}

/** A text cleaned and cut to at most `max` characters; what was cut is said in its place by `note`. */
export function fitted(text: string, max: number, note: string): Fitted {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
  const clean = lines.join('\n').replace(/^\n+/, '').trimEnd()
  if (textLength(clean) <= max) return { text: clean, isCut: false }
  const points = [...clean.slice(0, max * 2)]
  return { text: `${points.slice(0, max - note.length - 2).join('')}\n\n${note}`, isCut: true }
}
