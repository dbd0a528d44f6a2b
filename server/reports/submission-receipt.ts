import { z } from 'zod'
import { formatReceipt, receiptBytes } from '@/domain/reports/receipt'
import { vault } from '@/server/kernel/vault'

/** The random key of one form: 128 bits or more, so that sending the same form twice is recognised. */
export const submissionKey = z
  .string({
    error: 'Give a random key of 128 bits or more in base64url, so that sending twice is one report.',
  })
  .regex(/^[A-Za-z0-9_-]{22,64}$/, 'Load the page again and send the form from there. Copy your text first.')

/**
 * The receipt of what a form sent, 160 bits: it follows from the form's own random key and from what it said, so that the desk can
 * say it again to whoever sends the same form twice, and keeps only its hash.
 */
export const receiptOfSubmission = (projectId: string, submission: string, said: string): string =>
  formatReceipt(
    Buffer.from(
      vault().keyedHash('receipt-of-submission', `${projectId}/${submission}/${said}`),
      'hex',
    ).subarray(0, receiptBytes),
  )
