const run = /(?<![0-9A-Za-z])(?:0x)?[0-9A-Fa-f]{2,64}(?:[ :]{1,2}[0-9A-Fa-f]{2,40}){0,40}(?![0-9A-Za-z])/g

/**
 * OpenPGP fingerprints in a text: 40 hex digits (version 4) or 64 (5, 6), in groups, with colons or `0x`; where the text `speaksOfKeys`
 * also key ids of 16 and 8. Upper case, without spaces.
 */
export function keyFingerprintsIn(text: string, speaksOfKeys: boolean): string[] {
  const found = new Set<string>()
  for (const [written] of text.matchAll(run)) {
    const isGrouped = /[ :]/.test(written)
    const all = written.replace(/^0x|[ :]/gi, '').toUpperCase()
    // A short word after the groups may look like one more of them.
    const digits = isGrouped && all.length > 40 && all.length < 46 ? all.slice(0, 40) : all
    const isLong = digits.length === 40 || digits.length === 64
    // Forty digits in one piece are as often a commit: only next to a word about keys are they a fingerprint.
    if (isLong && (isGrouped || speaksOfKeys)) found.add(digits)
    else if (
      speaksOfKeys &&
      !isGrouped &&
      (digits.length === 16 || (digits.length === 8 && /^0x/i.test(written)))
    )
      found.add(digits)
  }
  return [...found]
}
