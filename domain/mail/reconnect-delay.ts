import { minuteMs } from '@/lib/instant'

/** How long to wait before the connection to the mailbox is made again, after so many breaks in a row: 1, 2, 4 … 60 seconds. */
export const reconnectDelayMs = (breaks: number): number =>
  Math.min(1000 * 2 ** Math.max(0, breaks - 1), minuteMs)
