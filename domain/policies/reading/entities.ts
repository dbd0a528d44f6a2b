// Those that turn up in policies; numbers stand for any sign.
const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  check: '✓',
  checkmark: '✓',
  commat: '@',
  copy: '©',
  cross: '✗',
  dot: '.',
  gt: '>',
  hellip: '…',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  nbsp: ' ',
  ndash: '–',
  period: '.',
  quot: '"',
  rdquo: '”',
  rsquo: '’',
  shy: '',
  ZeroWidthSpace: '',
}

/** The HTML entity a text begins with, as its sign and how long it is written; null when it begins with none. */
export function decodeEntity(text: string): { text: string; length: number } | null {
  const found = /^&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,20}));/.exec(text)
  if (!found) return null
  const [whole, decimal, hex, name] = found
  if (name !== undefined) {
    const sign = Object.hasOwn(named, name) ? named[name] : undefined
    return sign === undefined ? null : { text: sign, length: whole.length }
  }
  const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
  const isSign = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
  return { text: isSign ? String.fromCodePoint(code) : ' ', length: whole.length }
}
