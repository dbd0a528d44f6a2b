import { readCrockford, toCrockford } from '@/lib/crockford'

const characters = 32

/** Random bytes a receipt needs: 160 bits. */
export const receiptBytes = 20

const grouped = (text: string) => text.replace(/.{4}(?=.)/g, '$&-')

/** The secret that lets a reporter come back: 160 random bits as 8 groups of 4 (Crockford base 32). This form is what gets hashed. */
export const formatReceipt = (randomBytes: Uint8Array): string =>
  grouped(toCrockford(randomBytes, characters))

/** A receipt as somebody typed or pasted it, in its one form; null when it cannot be one. Case, spaces, dashes, O for 0 and I or L for 1 do not matter. */
export function parseReceipt(typed: string): string | null {
  if (typed.length > 200) return null
  const read = readCrockford(typed)
  return read?.length === characters ? grouped(read) : null
}
