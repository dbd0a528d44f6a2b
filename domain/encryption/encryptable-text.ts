import { longText, textLength, textTooLong } from '@/lib/text'
import { armoredLimit, armoredMessageIn } from './armored-message'

/** Text of several lines, at most `max` characters; one that holds an OpenPGP message may be longer, as ciphertext is. */
export const encryptableText = (max: number, missing: string) =>
  longText(armoredLimit, missing).refine(
    (text) => textLength(text) <= max || armoredMessageIn(text) !== null,
    { error: textTooLong(max) },
  )
