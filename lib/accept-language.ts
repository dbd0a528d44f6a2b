/**
 * The language to answer in: of those on `offer`, the one a browser likes best. Of equal likings the first offered wins; null when
 * none is acceptable. A range matches a tag it is a prefix of (`de` for `de-AT`), and the other way round a plain offer serves
 * every region of it; the closest range decides, so `de;q=0` refuses German whatever `*` says.
 * Source: RFC 9110 section 12.5.4, RFC 4647 section 3.3.1.
 */
export function acceptedLanguage<Tag extends string>(
  header: string | null | undefined,
  offer: readonly Tag[],
): Tag | null {
  const ranges = (header ?? '').slice(0, 1_000).split(',').flatMap(rangeOf)
  let best: { tag: Tag; quality: number } | null = null
  for (const tag of offer) {
    const quality = likingOf(tag.toLowerCase(), ranges)
    if (quality > 0 && (best === null || quality > best.quality)) best = { tag, quality }
  }
  return best?.tag ?? null
}

interface Range {
  range: string
  quality: number
}

function rangeOf(text: string): Range[] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  if (!/^(?:\*|[a-z]{1,8}(?:-[a-z0-9]{1,8})*)$/.test(range)) return []
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  if (weight === undefined) return [{ range, quality: 1 }]
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? [{ range, quality: Number(weight) }] : []
}

/** How near a range names a tag: the exact tag, a part of it, a region of it, anything; 0 not at all. */
function nearness(range: string, tag: string): number {
  if (range === tag) return 4
  if (tag.startsWith(`${range}-`)) return 3
  if (range.startsWith(`${tag}-`)) return 2
  return range === '*' ? 1 : 0
}

function likingOf(tag: string, ranges: readonly Range[]): number {
  let near = 0
  let liking = 0
  for (const { range, quality } of ranges) {
    const nearer = nearness(range, tag)
    if (nearer === 0 || nearer < near) continue
    liking = nearer === near ? Math.max(liking, quality) : quality
    near = nearer
  }
  return liking
}
