import { contextOf, finding, type Confidence, type Finding } from './finding'
import type { Sentence } from './sentences'

/** Whether something is supported, and whether that is plainly said. */
interface Verdict {
  isSupported: boolean
  confidence: Confidence
}

const yesSign =
  /:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|check_mark|green_circle|green_square|large_green_circle|check|\+1):|[✅✓✔☑🟢🟩🆗👍💚]|\[[xX]\]/u
const noSign =
  /:(?:x|no_entry|no_entry_sign|negative_squared_cross_mark|heavy_multiplication_x|cross_mark|red_circle|red_square|-1):|[❌✗✘✖⛔🚫🔴🟥❎×👎🛑💀]|\[ \]/u
const partSign = /:(?:warning|yellow_circle|orange_circle|construction):|[⚠🟡🟠🟨🟧🚧]/u
const yesWord =
  /\b(?:yes|y|ja|(?:fully |actively |still )?supported|active(?:ly)?|maintained|lts|stable|true|current|latest|security(?: fixes| updates| support| patches)?(?: only)?|bug ?fixes|receives?)\b/iu
const noWord =
  /\b(?:(?:not|no longer|never|isn['’]t|aren['’]t) (?:\w+ )?(?:supported|maintained)|no|n|nein|none|never|unsupported|unmaintained|end[- ]of[- ](?:life|support)|eol|eos|ended|deprecated|false|obsolete|discontinued|retired|expired|dropped)\b/iu
const partWord =
  /\b(?:critical|limited|partial(?:ly)?|best[- ]effort|extended|paid|commercial|community|severe|on request|beta|alpha|preview|experimental|until|till|through|ends?|planned)\b/iu
const aDate = /\b(?:20\d\d|(?:Q[1-4]|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* \d{4})\b/
const noEnd = /\bno (?:known |planned |scheduled )?(?:eol|end)\b/gi

/** What a cell or the rest of a line says: the first of its signs, else its words. A date alone needs a person who knows today's. */
function verdictOf(written: string): Verdict | null {
  const text = written.replace(noEnd, ' ').trim()
  const isPartial = partSign.test(text) || partWord.test(text)
  const said = (isSupported: boolean, isSure: boolean): Verdict => ({
    isSupported,
    confidence: isSure ? 'sure' : 'likely',
  })
  const [yes, no] = [text.search(yesSign), text.search(noSign)]
  if (yes >= 0 || no >= 0)
    return said(no < 0 || (yes >= 0 && yes < no), (yes < 0 || no < 0) && !partSign.test(text))
  if (partSign.test(text)) return said(true, false)
  // "EOL 2027-04" and "until 2027" depend on the day they are read.
  if (aDate.test(text)) return said(!/\b(?:ended|expired|since|unsupported|no longer)\b/i.test(text), false)
  if (noWord.test(text)) return said(false, !yesWord.test(text.replace(noWord, ' ')))
  return yesWord.test(text) ? said(true, !isPartial || /\bsecurity\b/i.test(text)) : null
}

const versionLike = /\d|latest|main|master|develop|current|older|other|all|any|next|lts/i
const isVersionHead = /version|release|branch|series|line|^v(?:er)?\.?$/i

/** The column of a table that says whether a version gets security fixes; -1 when none is headed so. */
function judgingColumn(columns: readonly string[], versions: number): number {
  for (const head of [/secur/i, /support|maintain|receiv/i, /status|state|active|fixes|updates|ok/i]) {
    const found = columns.findIndex((column, index) => index !== versions && head.test(column))
    if (found >= 0) return found
  }
  return columns.length === 2 ? 1 - versions : -1
}

/** What an "x" alone means depends on the rest of its column: beside a tick it is a cross, beside nothing it is the tick. */
function crossVerdict(column: readonly string[]): Verdict | null {
  const others = column.filter((cell) => !/^x$/i.test(cell))
  if (others.some((cell) => verdictOf(cell)?.isSupported)) return { isSupported: false, confidence: 'sure' }
  if (others.length === 0) return null
  return { isSupported: true, confidence: 'likely' }
}

function versionFindings(sentence: Sentence, versions: string, verdict: Verdict | null): Finding[] {
  if (verdict === null) return []
  const { isSupported, confidence } = verdict
  return [finding(sentence, 'supportedVersions', { versions, isSupported }, confidence)]
}

/** What a row says of its version: in the column that judges, else in the first that says anything. */
function rowVerdict(
  { columns, cells }: Sentence,
  table: readonly Sentence[],
  versions: number,
): Verdict | null {
  const judging = judgingColumn(columns, versions)
  if (judging < 0) {
    const others = cells.filter((_, index) => index !== versions)
    return others.map(verdictOf).find((one) => one !== null) ?? null
  }
  const cell = (cells[judging] ?? '').trim()
  if (/^x$/i.test(cell)) return crossVerdict(table.map((row) => (row.cells[judging] ?? '').trim()))
  return /^[-–—]?$/.test(cell) ? { isSupported: false, confidence: 'likely' } : verdictOf(cell)
}

function rowFindings(sentence: Sentence, table: readonly Sentence[]): Finding[] {
  if (!/support|version|release|maint|security|branch|\bv\b/.test(contextOf(sentence))) return []
  const column = Math.max(
    0,
    sentence.columns.findIndex((head) => isVersionHead.test(head) && !/support/i.test(head)),
  )
  const versions = sentence.cells[column] ?? ''
  if (!versionLike.test(versions) || versions.length > 80) return []
  return versionFindings(sentence, versions, rowVerdict(sentence, table, column))
}

const listedVersion =
  /^(?:versions? |v)?([<>=≤≥^~ ]{0,3}v?\d[\w.*-]{0,20}(?: ?(?:-|–|to|and (?:above|later|newer|older|below)) ?[\w.]{0,12})?)/i
const spokenVersions =
  /^(?:only |currently,? |the )?(?:(?:versions?|release|series|branch) )?(v?\d{1,4}\.[\w.*]{1,12}(?:(?:,? and |, |\/| or )v?\d{1,4}\.[\w.*]{1,12}){0,5}) (?:(?:branch(?:es)?|series|lines?|releases?|versions?) )?((?:is|are|receives?|gets?|will|has|have|reached)\b.{0,120})/i

function ledVerdict(words: string): Verdict | null {
  if (
    /\b(?:not|no longer|never|without)\b|n['’]t\b|\bun(?:supported|maintained)|\bend[- ]of|\beol\b/i.test(
      words,
    )
  )
    return { isSupported: false, confidence: 'sure' }
  return /\b(?:support|maintain|receiv|secur)\w*/i.test(words)
    ? { isSupported: true, confidence: 'sure' }
    : null
}

/** Versions in a list, by what stands behind them, else by what leads into the list: "2.x: supported", "1.x" under "Unsupported". */
function itemFindings(sentence: Sentence): Finding[] {
  if (!/supported|versions|maintained/.test(contextOf(sentence))) return []
  const versions = listedVersion.exec(sentence.text)?.[1]?.trim()
  if (!versions) return []
  const rest = sentence.text.slice(sentence.text.indexOf(versions) + versions.length).trim()
  if (/^[-–—:(]? ?(?:hours?|days?|weeks?|months?)\b/i.test(rest)) return []
  const own = verdictOf(rest)
  const led = rest === '' ? (ledVerdict(sentence.lead) ?? ledVerdict(sentence.section ?? '')) : null
  return versionFindings(sentence, versions, own ?? led)
}

function spokenFindings(sentence: Sentence): Finding[] {
  const [, versions, rest] = spokenVersions.exec(sentence.text) ?? []
  if (!versions || !/\b(?:support|secur|maintain|end[- ]of|eol|fix|patch|updates)/i.test(rest!)) return []
  const isRefused = /\b(?:not|no longer|never)\b|n['’]t\b|\bend[- ]of|\beol\b|\bunsupported\b/i.test(rest!)
  return versionFindings(sentence, versions, { isSupported: !isRefused, confidence: 'likely' })
}

/** Which versions are supported: rows of a table by sign or word, entries of a list, plain sentences. */
export function readVersions(sentences: readonly Sentence[]): Finding[] {
  let table: Sentence[] = []
  return sentences.flatMap((sentence, index) => {
    if (sentence.kind !== 'row')
      return sentence.kind === 'item'
        ? itemFindings(sentence)
        : sentence.kind === 'prose'
          ? spokenFindings(sentence)
          : []
    if (!isSameTable(sentences[index - 1], sentence)) {
      const end = sentences.findIndex((one, at) => at > index && !isSameTable(sentence, one))
      table = sentences.slice(index, end < 0 ? undefined : end).slice(0, 200)
    }
    return rowFindings(sentence, table)
  })
}

const isSameTable = (one: Sentence | undefined, other: Sentence): boolean =>
  one?.kind === 'row' && other.kind === 'row' && one.columns.join('|') === other.columns.join('|')
