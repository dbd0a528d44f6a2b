const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
// German words, for policies that mix the two languages.
const german: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einem: 1,
  einen: 1,
  einer: 1,
  eines: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  vierzehn: 14,
  dreißig: 30,
  sechzig: 60,
  neunzig: 90,
}

const small = [
  `(?:${tens.join('|')})(?:[- \u2010\u2011](?:${ones.join('|')}))?`,
  ...teens.toReversed(),
  ...ones,
].join('|')
const hundred = `(?:(?:an?|${ones.join('|')})[- ])?hundred(?:(?: and)?[- ](?:${small}))?`

/** A number as people write it: digits, words up to 999, "half a", "a couple of", "one and a half". */
export const numberPattern = `\\d{1,4}(?:[.,]\\d)?|(?:a )?couple(?: of)?|half an?|half|${hundred}|(?:${small})(?: and a half)?|${Object.keys(german).toReversed().join('|')}|an?`

/** The number that something written like `numberPattern` stands for; not a number when it is none. */
export function numberOf(written: string): number {
  const plain = written.toLowerCase().replace(/[\s\u2010\u2011]/g, ' ')
  if (plain.includes('couple')) return 2
  if (plain.startsWith('half')) return 0.5
  if (plain.endsWith(' and a half')) return numberOf(plain.slice(0, -' and a half'.length)) + 0.5
  const [, hundreds, rest] = /^(?:(.{1,6})[- ])?hundred(?:(?: and)?[- ](.+))?$/.exec(plain) ?? []
  if (plain.includes('hundred'))
    return 100 * (hundreds ? numberOf(hundreds) : 1) + (rest ? numberOf(rest) : 0)
  const parts = plain.split(/[- ]/)
  if (parts.length === 2) return numberOf(parts[0]!) + numberOf(parts[1]!)
  if (plain === 'a' || plain === 'an') return 1
  if (ones.includes(plain)) return ones.indexOf(plain) + 1
  if (teens.includes(plain)) return teens.indexOf(plain) + 10
  if (tens.includes(plain)) return (tens.indexOf(plain) + 2) * 10
  return german[plain] ?? Number(plain.replace(',', '.'))
}
