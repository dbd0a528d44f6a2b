/** English words too common to find anything by. */
const stopWords = new Set(
  'a about after all also an and any are as at be because been before being but by can cannot could did do does each for from get had has have he her his how i if in into is it its just like may me might more most my no not of off on one only onto or other our out over own she should so some such than that the their them then there these they this those through to too under until up upon us use used uses using very via was we were what when where which while who why will with within without would you your'.split(
    ' ',
  ),
)

/** Whether a folded word is left out of the index, and of every question to it. */
export const isStopWord = (word: string): boolean => stopWords.has(word)

/** A word without case, accents and a plural s: `Headers` and `héader` are one; `access`, `status` and `this` keep theirs. */
export function foldedWord(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return /[^siu]s$/.test(plain) && plain.length > 4 ? plain.slice(0, -1) : plain
}
