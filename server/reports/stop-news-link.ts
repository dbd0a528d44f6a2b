import { environment } from '@/server/kernel/environment'
import { vault } from '@/server/kernel/vault'

/** Proves that somebody was mailed about the report; opens nothing but the end of those mails. */
export const stopNewsKey = (reportId: string): string =>
  `${reportId}_${vault().keyedHash('stop-news', reportId).slice(0, 32)}`

/** The report a key is for; null when it is none of ours. */
export function reportOfStopKey(key: string): string | null {
  const reportId = key.slice(0, 36)
  return /^[0-9a-f-]{36}$/.test(reportId) && stopNewsKey(reportId) === key ? reportId : null
}

/** What stands in every mail to a reporter. */
export const stopNewsLink = (reportId: string): string =>
  `${environment().BASE_URL}/no-mail/${stopNewsKey(reportId)}`

/** The same for a mail program, which needs no page (RFC 8058). */
export const oneClickLink = (reportId: string): string => `${stopNewsLink(reportId)}/one-click`
