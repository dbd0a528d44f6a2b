/** How sure a word tells: `stop` gives the secret away, `look` may be innocent. */
export type LeakLevel = 'stop' | 'look'

/**
 * Words that tell a reader of commits and release notes that a fix is about security. Each is matched against words in lower case,
 * one space between them, whatever stood there before: `fixXssInParser`, `fix-xss-in-parser`.
 */
export const giveAwayWords: ReadonlyArray<{ pattern: RegExp; level: LeakLevel }> = [
  { level: 'stop', pattern: /\b(?:in)?secur(?:e|ed|ely|ing|ity)\b/g },
  { level: 'stop', pattern: /\bvuln(?:s|erab\p{L}*)?\b/gu },
  { level: 'stop', pattern: /\bexploit\p{L}*/gu },
  { level: 'stop', pattern: /\b(?:cves?|ghsas?|cwes?|cvss|pocs?)\b/g },
  { level: 'stop', pattern: /\b(?:xss|csrf|xsrf|ssrf|rce|lfi|rfi|xxe|sqli|redos|idor|toctou|mitm)\b/g },
  {
    level: 'stop',
    pattern: /\b(?:advisory|advisories|embargo\p{L}*|disclosures?|zero day|0 day|responsible disclosure)\b/gu,
  },
  {
    level: 'stop',
    pattern: /\b(?:denial of service|remote code|code execution|arbitrary (?:code|file|command)s?)\b/g,
  },
  {
    level: 'stop',
    pattern:
      /\b(?:(?:sql|command|code|header|template|html|script) injections?|cross site|request (?:forgery|smuggling))\b/g,
  },
  {
    level: 'stop',
    pattern:
      /\b(?:(?:path|directory) traversal|prototype pollution|privilege escalation|authentication bypass|open redirects?)\b/g,
  },
  {
    level: 'stop',
    pattern:
      /\b(?:use after free|double free|out of bounds|(?:buffer|heap|stack|integer) overflows?|memory corruption)\b/g,
  },
  { level: 'stop', pattern: /\b(?:malicious\p{L}*|attackers?|hackers?|backdoors?)\b/gu },
  {
    level: 'look',
    pattern:
      /\b(?:attack|inject|travers|sanitiz|sanitis|harden|bypass|overflow|spoof|hijack|tamper|forg(?:e|ery)|smuggl|deserial|pollut)\p{L}*/gu,
  },
  {
    level: 'look',
    pattern:
      /\b(?:unsafe|untrusted|unauthori[sz]ed|privileges?|leaks?|escap(?:e|es|ed|ing)|dos|escalation|crafted)\b/g,
  },
]

/** Words of a title that every release note may hold, and so tell nothing. */
export const plainWords: ReadonlySet<string> = new Set(
  (
    'about after all allow allows also and any are because been before being between both but can cannot could does done ' +
    'each every everyone fix fixed fixes for from has have how if in into is it its lead leads line maintenance may more ' +
    'must new not of older on only or other over release released releases should some than that the their them then ' +
    'there these they this through to update updates upon use used user users uses using version versions via was were ' +
    'what when where which while who will with within without would'
  ).split(' '),
)
