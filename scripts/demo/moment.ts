import { dayMs, hourMs, minuteMs, plusMs, type Instant } from '@/lib/instant'

const unitMs = { d: dayMs, h: hourMs, m: minuteMs }

/** How long before the present something happened: `12d`, `3h 20m`, `1d 2h`. */
export type Ago = string

/** The instant that lies so long before `now`. Throws RangeError when the text is no such time. */
export function before(now: Instant, ago: Ago): Instant {
  const parts = ago.split(' ').map((part) => /^(\d+)([dhm])$/.exec(part))
  let ms = 0
  for (const part of parts) {
    if (!part) throw new RangeError(`“${ago}” is no time like 3d 4h.`)
    ms += Number(part[1]) * unitMs[part[2] as keyof typeof unitMs]
  }
  return plusMs(now, -ms)
}
