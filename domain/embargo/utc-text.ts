import type { Instant } from '@/lib/instant'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An instant inside a sentence that both sides read: `28 Nov 2026, 09:00 UTC`. */
export const utcText = (at: Instant): string =>
  `${Number(at.slice(8, 10))} ${months[Number(at.slice(5, 7)) - 1]} ${at.slice(0, 4)}, ${at.slice(11, 16)} UTC`
