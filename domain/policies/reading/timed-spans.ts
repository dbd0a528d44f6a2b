import { disclosureOf, type Disclosure } from './disclosure-spans'
import { durationsIn, mayHaveSpan, type Duration } from './durations'
import { firstClause, hedgeCarries, isHedged } from './negation'
import type { Sentence } from './sentences'
import { firstCue, lastCue, type TimeKind } from './time-cues'
import { isInCondition, waitingOf } from './waiting'

/** A span of time in a sentence and what it is about. */
export interface Timed extends Duration {
  kind: TimeKind
  before: string
  after: string
  severity: string | null
  /** Something around it leaves room: an aim, one kind of report or customer, a condition, an inexact number. */
  isDoubtful: boolean
  disclosure: Disclosure | null
  /** Of a `nudge`: what the reporter waits for. */
  nudges?: TimeKind
}

const excluded =
  /\bout[- ]of[- ]scope\b|\b(?:not|in)[- ]?(?:eligible|qualifying)\b|\bnon-?qualifying|\bexclusions?\b|\bexcluded\b|\bprohibited\b|\bforbidden\b/i
const severities = /\b(critical|high|medium|moderate|low)(?:[- ](?:severity|risk|impact|priority))?\b/gi
const severityIn = (text: string) => [...text.matchAll(severities)].at(-1)?.[1]?.toLowerCase() ?? null

/** The spans of time of a sentence or a row of a table, each with what it is about by the words next to it or around the sentence. */
export function timedSpans(sentence: Sentence): Timed[] {
  // What is out of scope or forbidden is no promise, whatever spans it names.
  if (!mayHaveSpan(sentence.text) || excluded.test(`${sentence.lead} ${sentence.section ?? ''}`)) return []
  const around = `${sentence.lead} ${sentence.section ?? ''}`
  const isAim =
    isHedged(around.replace(/\bm(?:ay|ight)\b/gi, ' ')) || /\b(?:target|goal|objective|aim)s?\b/i.test(around)
  if (sentence.kind === 'row') {
    return sentence.cells.flatMap((cell, column) =>
      timedIn(cell, [
        sentence.cells[0] ?? '',
        sentence.columns[column] ?? '',
        sentence.section ?? '',
        sentence.headings,
      ]).map((timed) => {
        const severity = severityIn((sentence.cells[0] ?? '').slice(0, 60))
        const isHedgedCell = isHedged(`${sentence.columns[column]} ${sentence.cells[0]}`)
        return {
          ...timed,
          severity: timed.severity ?? severity,
          isDoubtful:
            timed.isDoubtful || isAim || isHedgedCell || (severity !== null && timed.kind !== 'fix'),
        }
      }),
    )
  }
  const spans = timedIn(sentence.text, [sentence.lead, sentence.section ?? ''])
  // "Critical: 7 days" names it for every span of the entry.
  const severity =
    sentence.kind === 'item' ? severityIn(sentence.text.slice(0, Math.min(40, spans[0]?.from ?? 0))) : null
  return spans.map((timed) => ({
    ...timed,
    severity: timed.severity ?? severity,
    isDoubtful: timed.isDoubtful || isAim,
  }))
}

// "Within", "up to two", "and in" before a span: the span opens its clause, so what it is about comes after it.
const opensClause =
  /(?:^|[,;:(—–]|\b(?:and|then|but|or))\s*(?:(?:and|then|generally|usually|typically|but|or|within|in|after|by|the|next|first|a|an|further|additional|another|up|to|less|than|no|later|at|most|least|about|around|approximately|maximum|of) ?){0,5}$/i
const isEvery = /(?:\bevery|\beach|\bper|\bonce(?: every)?|intervals? of)\s*$/i
// What is promised for some reports or some people is no promise to all.
const forSome =
  /\b(?:critical|high|medium|low|moderate)(?:[- ](?:severity|risk|impact|priority))? (?:\w+ )?(?:issues?|vulnerabilit\w+|reports?|bugs?|problems?|findings?|severity)\b|\b(?:enterprise|paying|premium|commercial|gold|platinum) |\b(?:customers|subscribers|sponsors)\b/i
const forSomeAfter =
  /^(?: ?\(|[^.;,]{0,12}\bfor (?:our |all )?)(?:critical|high|medium|low|severe|enterprise|paying|premium|customers)\b/i
const opensAsHabit = /^(?:usually|normally|typically|generally|ideally|as a rule|in general|on average)\b/i
// "Confidential until a patch is out, for at most 60 days" is not about the patch.
const untilFixed =
  /\b(?:until|till|once|when|after)\b (?:a|an|the|we|you|it)?[^.,;]{0,40}\b(?:fix\w*|patch\w*|release\w*)(?: (?:is|are|has been|was) \w+)?/gi
const inGerman = /tag|stunde|woche|monat|jahr/i
// "At least 14 days and at most 90".
const listedOn = /^ ?(?:\([^()]{0,60}\) ?)?(?:,|;|and|or|, and) ?$/i
const furtherBound =
  /^ ?(?:,|and|or|but)? ?(?:at most|at least|up to|no more than|maximum|a maximum of|not more than)\s*$/i
// What the reporter is to do, and what happens around a release, is no promise about the report.
const reporterActs =
  /^(?:please |kindly )(?:respond|reply|answer|acknowledge|confirm|react)\b|\b(?:you|reporters?|researchers?|finders?) (?:should|must|shall|have|need|are (?:expected|required|asked)|agree)\b(?! \w{0,6} ?(?:receive|get|hear|expect|see|obtain|be (?:contacted|notified|informed)))[^.;,]{0,40}$/i
const reporterActsAfter =
  /\b(?:you|reporters?|researchers?|finders?) (?:then |will )?(?:have|get|has|are given) (?:up to |at most )?$/i
const aroundRelease =
  /^ ?(?:of|after|before|from|following|prior to)\b[^.;]{0,30}\b(?:fix\w*|patch\w*|releas\w+|publication|publishing|public|disclos\w+|announcement)\b/i
// More in one sentence say nothing; bounds the work.
const mostSpans = 16

const isReporters = (before: string, after: string) =>
  (reporterActs.test(before.trimStart()) && !/\b(?:receiv|get|hear|expect)/i.test(before)) ||
  (reporterActsAfter.test(before) && /^ ?to (?:respond|reply|answer|confirm|acknowledge|react)/i.test(after))

const answersItsHeading = (text: string, context: readonly string[]) =>
  text.length < 60 || /\?$|^(?:when|how|what)\b/i.test(context.at(1) ?? '')

function timedIn(text: string, context: readonly string[]): Timed[] {
  const spans = durationsIn(text).slice(0, mostSpans)
  const isHabit = opensAsHabit.test(text)
  let previous: TimeKind | null = null
  return spans.flatMap((span, index) => {
    const before = text.slice(spans[index - 1]?.to ?? 0, span.from)
    const after = text.slice(span.to, spans[index + 1]?.from ?? text.length)
    if (/\b(?:last|past|previous|every other)\s*$/i.test(before) || /^[- ]old\b/i.test(after)) return []
    const severity =
      severityIn(before.replace(/\([^()]{0,60}\)|^ ?for [^,;]{0,40},/g, ' ')) ??
      (forSomeAfter.test(after) ? severityIn(after.slice(0, 40)) : null)
    const nearBefore = lastCue(before.replace(untilFixed, ' ')) ?? lastCue(before)
    const nearAfter = firstCue(after)
    const near =
      // "Triage (72h), fix (30d)": in brackets a span belongs to the word before them.
      (!(/\($/.test(before) && /^\)/.test(after)) && opensClause.test(before)
        ? (firstCue(firstClause(after)) ?? nearAfter ?? nearBefore)
        : (nearBefore ?? nearAfter)) ??
      // "Critical ones within 7 days, high within 30": what the first is about.
      (severity !== null || furtherBound.test(before) || listedOn.test(before) ? previous : null)
    const kind = near ?? context.map((words) => lastCue(words)).find((cue) => cue !== null) ?? null
    previous = kind
    const waiting = waitingOf(text, span)
    const isWaited = (waiting === 'nudge' || waiting === 'silence') && isInCondition(before)
    const disclosure =
      (isWaited && kind !== 'fix') || isEvery.test(before)
        ? null
        : disclosureOf(text, span, kind, answersItsHeading(text, context) ? context.join(' ') : '')
    // A heading says what a bare span is about; of a whole sentence it is only a guess.
    const isGuessed = near === null && !answersItsHeading(text, context)
    const timed = { ...span, before, after, severity, disclosure }
    if (disclosure !== null)
      return [
        {
          ...timed,
          kind: 'publish' as const,
          isDoubtful:
            !disclosure.isSure ||
            !span.isExact ||
            isHabit ||
            isGuessed ||
            inGerman.test(text.slice(span.from, span.to)),
        },
      ]
    if (kind === null || kind === 'ignore') return []
    if (kind !== 'fix' && kind !== 'publish' && (isReporters(before, after) || aroundRelease.test(after)))
      return []
    const isDoubtful =
      isHabit ||
      isGuessed ||
      /\bautomat/i.test(before + after.slice(0, 40)) ||
      (kind === 'respond' && /\b(?:allow|give) (?:us|me)\b/i.test(before)) ||
      inGerman.test(text.slice(span.from, span.to)) ||
      !span.isExact ||
      isHedged(before.slice(0, Math.max(0, before.lastIndexOf(':')))) ||
      (kind !== 'fix' && (forSome.test(before) || forSomeAfter.test(after))) ||
      hedgeCarries(text.slice(0, span.from), before) ||
      waiting === 'condition'
    if (isEvery.test(before))
      return kind !== 'inform' && kind !== 'answer' ? [] : [{ ...timed, kind: 'inform' as const, isDoubtful }]
    if (waiting === 'silence' || waiting === 'nudge')
      return kind === 'fix' ? [] : [{ ...timed, kind: waiting, isDoubtful, nudges: kind }]
    return [{ ...timed, kind: refined(kind, timed), isDoubtful }]
  })
}

function refined(kind: TimeKind, { before, after }: Pick<Timed, 'before' | 'after'>): TimeKind {
  // "We respond within three days with our evaluation": an answer that says what happens next.
  if (
    kind === 'answer' &&
    /^[^.]{0,30}\b(?:with|indicating|including|containing|outlining|describing|that says)\b[^.]{0,60}\b(?:evaluation|assessment|next steps|resolution date|plan|what happens next|analysis|decision|details)/i.test(
      after,
    )
  )
    return 'respond'
  if (kind === 'answer' && /\bwhat happens next\b/i.test(before)) return 'respond'
  return kind
}
