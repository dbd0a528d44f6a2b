import { isNegated, lastClause } from './negation'

/** What a span of time in a sentence about going public is: a wait after the fix, an embargo, or neither. */
export interface Disclosure {
  /** `latest`: a bound on how late the announcement comes, which promises no wait. `notice`: a warning ahead of it. */
  is: 'delay' | 'latest' | 'embargo' | 'notice'
  isSure: boolean
}

const goesPublic =
  /\b(?:disclos\w+|publish\w*|publicat\w+|public(?:ly)?|(?:write|blog|talk|speak|tweet|post) about|bulletins?|announc\w+|advisor(?:y|ies)|(?:full|technical|further|more|any|the) details|details (?:are|of|about)|embargo\w*|confidential\w*|withh[eo]ld\w*|going live|shar(?:e|ing) (?:\w+ ){0,3}(?:with (?:anyone|others|third)|findings))\b/i
const reportWord =
  'report\\w*|submission|submitted|submit|notif\\w+|receipt|receiv\\w+|contact\\w*|acknowledg\\w*|discover\\w+|initial|triage|confirm\\w+|validat\\w+|disclos\\w+ to us|informing us|telling us'
const fixWord =
  'patch\\w*|fix|fixes|fixed|fixing|release|releases|released|update|updates|versions?|resolv\\w+|resolution|remediat\\w+|mitigat\\w+'
const event = new RegExp(`\\b(?:(${reportWord})|(${fixWord}))\\b`, 'i')
const anchorAfter =
  /^ ?,?(?:\([^)]{0,40}\) ?)?(?:has |have )?(?:(?:after|following|from|of|past|beyond|since|once|later than|between|passed since|elapsed since)\b|later,? (?:than|after)\b)([^.;]{0,60})/i
const anchorBefore =
  /\b(?:after|once|when|following|as soon as|from|since)\b([^.;]{0,80}?)(?:,|\b(?:we|users?|there|then|the (?:team|advisory|details)|it)\b)/gi
const thenWaits =
  /\b(?:patch|fix|fixed version|release|update)\b[^.;]{0,40}\b(?:then|and) (?:we )?(?:wait|hold)\b|\b(?:patch|fix|fixed version|release|update)\b[^.;]{0,60}$/i
const upperBound =
  /\b(?:within|(?:no|not) later than|at (?:the )?(?:most|latest)|up to|(?:no|not) more than|less than|under|by|maximum(?: of)?|max\.?|inside|in under)\s*(?:a |the |about |around )?$/i
const asksToWait =
  /\b(?:wait\w*|giv\w+|allow\w*|grant\w*|leav\w+|embargo\w*|confidential\w*|private|secret|hold\w*|withh\w+|keep\w*|refrain\w*|request\w*|ask\w*|need\w*|period|delay\w*|grace)\b/i
const givesUs =
  /\b(?:giv\w+|allow\w*|grant\w*|leav\w+|afford)\b[^.;]{0,20}\b(?:us|me|the (?:\w+ )?(?:team|project|maintainers?|developers?)|maintainers?)\b[^.;]{0,24}$/i
const laterPublic = new RegExp(
  `^[^.;]{0,90}\\b(?:before|prior to|until|ahead of)\\b[^.;]{0,60}${goesPublic.source}`,
  'i',
)
const warns =
  /\b(?:notif\w+|inform\w*|tell\w*|let (?:us|them|you) know|pre-?announc\w+|advance|early|distros?|distribut\w+|heads[- ]up|share\w*|preview)\b/i
const othersGet =
  /\b(?:vendors?|maintainers?|projects?|authors?|suppliers?)\b (?:then )?(?:get|gets|have|has|receive|receives|are given|is given) (?:up to |at least )?$/i
const weFix = /\b(?:we|team|will|shall|to|is|are|be) (?:\w+ )?(?:fix|patch|resolv|releas|remed)\w*/i
const saysPublic =
  /\b(?:embargo|disclos|confidential|private|public(?!a)|secret|not (?:\w+ )?(?:publish|announc)|veröffentlich|vertraulich)/i
const unfixed =
  /\b(?:if|unless|when|should)\b[^,;]{0,80}(?:\b(?:not|no|cannot|unable|fail)|n['’]t\b|\bunless\b)[^,;]{0,60}$/i
const users =
  /\b(?:users?|administrators?|admins?|customers?|operators?|downstream|people|everyone|consumers)\b/i

const segmentAround = (text: string, from: number, to: number) => {
  const start = text.lastIndexOf(';', from) + 1
  const end = text.indexOf(';', to)
  return {
    before: text.slice(Math.max(start, from - 260), from),
    after: text.slice(to, end < 0 ? undefined : end).slice(0, 260),
  }
}

/**
 * What a span is when its sentence speaks of going public; null when the span is about something else. `nearest` is what the words
 * next to it are about, `context` its headings or the column of a table.
 */
export function disclosureOf(
  text: string,
  { from, to }: { from: number; to: number },
  nearest: string | null,
  context: string,
): Disclosure | null {
  if (nearest !== null && !['publish', 'fix', 'answer', 'ignore', 'respond'].includes(nearest)) return null
  const { before, after } = segmentAround(text, from, to)
  if (nearest === 'fix' && othersGet.test(before)) return { is: 'embargo', isSure: false }
  if (nearest === 'fix' && /\bembargo\w*\b[^.;,]{0,30}$/i.test(before)) nearest = 'publish'
  const isAsked = givesUs.test(before)
  if (nearest === 'respond' && !(isAsked && laterPublic.test(after))) return null
  if (!goesPublic.test(before + after) && !(nearest !== 'ignore' && goesPublic.test(context)))
    return isAsked && nearest === 'fix' ? { is: 'embargo', isSure: false } : null
  if (nearest === 'fix' && unfixed.test(before) && goesPublic.test(after))
    return { is: 'embargo', isSure: false }
  const whichever = /\bwhichever\b[^.]{0,30}?\b(first|sooner|earlier|later|last|longer|latest)\b/i.exec(
    text,
  )?.[1]
  const isFirst = whichever !== undefined && /^(?:first|sooner|earlier)$/i.test(whichever)
  const anchor = anchorOf(before, after, nearest)
  if (anchor === 'report' && nearest === 'fix' && goesPublic.test(before) && !weFix.test(before))
    return { is: 'embargo', isSure: whichever === undefined || isFirst }
  if (anchor === 'fix') {
    const isLatest = upperBound.test(before) && !isNegated(lastClause(before))
    return isLatest ? { is: 'latest', isSure: false } : { is: 'delay', isSure: whichever === undefined }
  }
  if (nearest === 'publish' || laterPublic.test(after) || isAsked) {
    const isBefore = /^ ?(?:before|prior to|ahead of|in advance)\b/i.test(after)
    const isWarning =
      /\b(?:early|advance|pre-?)(?:\b|disclos|notif)|\bin advance\b|\bdistros?\b/i.test(before + after) ||
      /^ ?(?:ahead|beforehand|earlier)\b/i.test(after) ||
      (isBefore && warns.test(before + after) && !asksToWait.test(before))
    if (isWarning) return { is: 'notice', isSure: false }
    if (users.test(before) && /\b(?:giv\w+|allow\w*|leav\w+)\b/i.test(before) && laterPublic.test(after))
      return { is: 'delay', isSure: false }
    // "We fix it within 30 days, before we publish": the promise is the fix.
    if (nearest === 'fix' && !isAsked && !asksToWait.test(before)) return null
    if (nearest === 'answer' && !isAsked && !asksToWait.test(before)) return null
    if (nearest === 'ignore') return null
    return {
      is: 'embargo',
      isSure:
        (!isBefore || asksToWait.test(before)) &&
        !/^ ?(?:later|thereafter|afterwards|after (?:that|this|which))\b/i.test(after) &&
        (anchor === 'report' || asksToWait.test(before) || saysPublic.test(before + after + context)) &&
        (whichever === undefined || isFirst),
    }
  }
  return null
}

/** From when a span counts, by the first event named after its "after", or by the last "once …" before it. */
function anchorOf(before: string, after: string, nearest: string | null): 'fix' | 'report' | null {
  const counted = anchorAfter.exec(after)?.[1]
  if (counted !== undefined) {
    const [, report, fix] = event.exec(counted) ?? []
    if (report) return 'report'
    if (fix) return nearest === 'answer' ? null : 'fix'
  }
  if (/^ ?post[- ]?(?:fix|patch|release)/i.test(after)) return 'fix'
  if (/^ ?(?:later|thereafter|afterwards)\b/i.test(after)) return thenWaits.test(before) ? 'fix' : null
  if (/\b(?:patch|fix|release)\b[^.;]{0,30}\b(?:then|and) wait\b/i.test(before)) return 'fix'
  const led = [...before.matchAll(anchorBefore)].at(-1)
  if (!led) return null
  const [, report, fix] = event.exec(led[1]!) ?? []
  const rest = before.slice(led.index + led[0].length)
  // "Once confirmed, we fix it within 30 days" and "after the report" promise no wait.
  if (report || !fix || nearest === 'ignore') return null
  return /\b(?:wait\w*|giv\w+|allow\w*|leav\w+|grant\w*|delay\w*|hold\w*|withh\w+|publish\w*|disclos\w+|announc\w+)\b/i.test(
    rest + led[0].slice(-12),
  )
    ? 'fix'
    : null
}
