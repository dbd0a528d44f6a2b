import type { FormReader } from '@/lib/form-reader'
import type { BusinessCalendar, PolicyTerms } from './terms'

type Shutdown = BusinessCalendar['shutdowns'][number]
type UnsafeByDesign = PolicyTerms['scope']['unsafeByDesign'][number]

const isDate = (text: string) => {
  const at = Date.parse(`${text}T00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Lines like `2026-12-24 Christmas Eve`. */
export function datedDays(form: FormReader, field: string): Array<{ date: string; name: string }> {
  return form.lines(field, { max: 100, length: 200 }).flatMap((line) => {
    const [, date = '', name = ''] = /^(\d{4}-\d\d-\d\d)\s+(.+)$/.exec(line) ?? []
    if (isDate(date) && name) return [{ date, name }]
    form.refuse(
      field,
      `“${line.slice(0, 60)}” does not read as a day. Write 2026-12-24 and its name on each line.`,
    )
    return []
  })
}

/** Lines like `2026-12-24 … 2026-12-31 Winter break`; three dots, a dash or "to" stand for the ellipsis too. */
export function datedSpans(form: FormReader, field: string): Shutdown[] {
  return form.lines(field, { max: 50, length: 200 }).flatMap((line) => {
    const [, from = '', to = '', name = ''] =
      /^(\d{4}-\d\d-\d\d)\s*(?:…|\.{2,3}|–|-|to)\s*(\d{4}-\d\d-\d\d)\s+(.+)$/.exec(line) ?? []
    if (isDate(from) && isDate(to) && name) return [{ from, to, name }]
    form.refuse(
      field,
      `“${line.slice(0, 60)}” does not read as a period. Write 2026-12-24 … 2026-12-31 and its name on each line.`,
    )
    return []
  })
}

/** Lines like `Templates run code | https://docs.example.org/templates`. */
export function pairs(form: FormReader, field: string): UnsafeByDesign[] {
  return form.lines(field, { max: 50, length: 1000 }).flatMap((line) => {
    const bar = line.lastIndexOf('|')
    const behaviour = line.slice(0, Math.max(bar, 0)).trim()
    const documentedAt = line.slice(bar + 1).trim()
    if (bar > 0 && behaviour && documentedAt) return [{ behaviour, documentedAt }]
    form.refuse(
      field,
      `“${line.slice(0, 60)}” lacks where it is documented. Write the behaviour, a bar |, and the place.`,
    )
    return []
  })
}
