import { contextOf, finding, type Finding } from './finding'
import type { Sentence } from './sentences'

const outWords =
  /\bout[- ]of[- ]scope\b|\bnot (?:be )?in scope\b|\bexclusions?\b|\bexcluded (?:from|targets?|issues?|vulnerabilit|findings?|reports?|areas?)|^excluded\b|\b(?:is|are|be) (?:\w+ly |also )?excluded\b|\bnon-?qualifying\b|\bineligible\b|\bnot (?:be )?(?:eligible|covered)\b|(?:\b(?:not)|n['’]t) (?:generally |usually |normally |be )?(?:considered?|regarded|treated|count(?:ed)?)(?: as)?(?: to be)? (?:a |an )?(?:security )?(?:vulnerabilit|issue|problem|bug)|\bnot (?:security )?vulnerabilit|\bwe (?:do not|don['’]t) (?:consider|treat|regard|accept)\b[^.]{0,120}\b(?:vulnerabilit|security (?:issue|bug|problem)|in scope|a bug|reports? (?:about|on|for|of|regarding|concerning))|\bwhat is not\b|\boutside (?:of )?(?:the|our) (?:scope|threat model)/i
const inWords =
  /^(?:in[- ])?scope$|\bin[- ]scope\b|\bqualifying vulnerabilit|\b(?:applies|policy covers|covers) (?:to )?(?:the following|all)|\bscope of this (?:policy|program)/i
const unsafeWords =
  /\bunsafe by design|\bunsafe things by design|\bby design\b|\bknown (?:and )?(?:accepted|documented)|\bintended behaviou?r|\btrusted (?:input|by design)/i
const testingWords =
  /\b(?:social engineering|phishing|vishing|smishing|denial[- ]of[- ]service|\bd?dos\b|brute[- ]forc\w+|spam\w*|physical(?:ly)? (?:attacks?|access|attempts?|testing|security)|automated (?:scan\w*|tools?|tests?|testing)|vulnerability scanners?|load test\w*|stress test\w*|destructive|other people['’]s (?:data|accounts)|production (?:systems?|instances?|servers?)|live (?:systems?|instances?)|third[- ]party (?:services?|systems?))\b/i
const forbids =
  /\b(?:prohibit\w*|forbid\w*|forbidden|not (?:be )?(?:allowed|permitted|authori[sz]ed|acceptable)|must not|do not|don['’]t|never|refrain|avoid|off[- ]limits|no\b)/i
const forbiddenHeading =
  /\bprohibited|\bforbidden|\bnot allowed|\bplease (?:do not|don['’]t|avoid|refrain)|\bdo not\b|\bdon['’]t\b|\brules of engagement|\btesting (?:rules|limits|guidelines)|\bguidelines for (?:testing|researchers)/i

const listed = ({ kind }: Sentence) => kind === 'item' || kind === 'row'
const lineOf = (text: string) => text.replace(/[\s;,]+$/, '').slice(0, 500)

function scopeOf(sentence: Sentence): Finding[] {
  const { text, lead, section, block } = sentence
  const heading = section ?? ''
  if (listed(sentence)) {
    // An entry of a list is one thing, however many sentences it takes to say it.
    const whole = { ...sentence, text: block ?? text }
    // What leads into the list says more than the heading above both.
    for (const words of [lead, heading]) {
      if (words === '') continue
      const part = testingHeading(words)
        ? 'prohibitedTesting'
        : unsafeWords.test(words)
          ? 'unsafeByDesign'
          : outWords.test(words)
            ? 'outOfScope'
            : inWords.test(words)
              ? 'inScope'
              : null
      if (part === null) continue
      if (block === null) return []
      return [part === 'unsafeByDesign' ? unsafe(whole) : finding(whole, part, lineOf(whole.text))]
    }
  }
  // "Holidays are excluded" and "no embargoes" are about time.
  if (text.endsWith(':') || /\b(?:holidays?|weekends?|embargo\w*)\b/i.test(text)) return []
  if (unsafeWords.test(text)) return [unsafe(sentence)]
  if (outWords.test(text))
    return [
      finding(
        sentence,
        'outOfScope',
        lineOf(text),
        /[.]$/.test(text) && /\b(?:may|sometimes|this)\b/i.test(text) ? 'likely' : 'sure',
      ),
    ]
  if (
    inWords.test(heading) &&
    !outWords.test(heading) &&
    /\b(?:any|all|the following|this policy|applies|cover\w*|software|service|website|package|project|repositor)/i.test(
      text,
    ) &&
    !/\b(?:is|are|does|do) not\b/i.test(text) &&
    !/\bno hard and fast\b|\bwhen in doubt\b|\bsometimes\b/i.test(text)
  )
    return [finding(sentence, 'inScope', lineOf(text))]
  return []
}

const testingHeading = (words: string) =>
  forbiddenHeading.test(words) && !/\bpublic(?:ly)?\b|\bissue|\bdisclos|\bvulnerabilit|\breport/i.test(words)

function unsafe(sentence: Sentence): Finding {
  const [, behaviour, place] =
    /^(.{3,400}?) ?\((?:documented|described) (?:at|in) (.{3,300})\)\.?$/.exec(sentence.text) ?? []
  const documentedAt = place ?? sentence.links.find(({ url }) => /^https?:/.test(url))?.url ?? null
  const value = { behaviour: lineOf(behaviour ?? sentence.text), documentedAt }
  return finding(
    sentence,
    'unsafeByDesign',
    value,
    listed(sentence) && documentedAt !== null ? 'sure' : 'likely',
  )
}

function testingOf(sentence: Sentence): Finding[] {
  const { text } = sentence
  if (
    !testingWords.test(text) ||
    !forbids.test(text) ||
    /\byou (?:receive|get)\b/i.test(text) ||
    outWords.test(contextOf(sentence))
  )
    return []
  if (/\bnot (?:respond|accept|consider)|\bsafe harbou?r/i.test(text)) return []
  return [finding(sentence, 'prohibitedTesting', lineOf(text))]
}

/** What is in scope, out of scope, unsafe by design, and how nobody may test. */
export const readScope = (sentences: readonly Sentence[]): Finding[] =>
  sentences.flatMap((sentence) => {
    if (sentence.kind === 'code' || sentence.text.length < 4) return []
    const scope = scopeOf(sentence)
    return scope.length > 0 && scope[0]!.part !== 'inScope'
      ? scope
      : [
          ...scope.filter(() => !testingWords.test(sentence.text) || !forbids.test(sentence.text)),
          ...testingOf(sentence),
        ]
  })
