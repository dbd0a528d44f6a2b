import { standInOf } from '@/domain/reports/complete-in-itself'
import type { IncomingReason } from './incoming-state'

/**
 * Why a mail is no report yet, by the same rule as the form: it must say what is wrong and not only point elsewhere.
 * An encrypted mail is not judged: nobody here can read it. null: it is complete.
 */
export function whatIsMissing(
  mail: { text: string; attachments: number; isEncrypted: boolean },
  { completeInItself }: { completeInItself: boolean },
): Extract<IncomingReason, 'empty' | 'only_link' | 'only_file'> | null {
  if (mail.isEncrypted) return null
  if (mail.text.trim() === '')
    return mail.attachments > 0 && completeInItself ? 'only_file' : mail.attachments > 0 ? null : 'empty'
  const standIn = completeInItself ? standInOf(mail.text, mail.attachments) : null
  if (standIn === 'nothing') return 'empty'
  return standIn === 'link' ? 'only_link' : standIn === 'attachment' ? 'only_file' : null
}
