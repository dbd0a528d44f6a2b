/** What a span of time in a policy may be about. `answer`: some answer, of which the rest of the policy says what kind. */
export type TimeKind =
  'acknowledge' | 'answer' | 'respond' | 'inform' | 'fix' | 'publish' | 'silence' | 'nudge' | 'ignore'

// In order of weight: of two that end at one place the earlier counts.
const cues: ReadonlyArray<[Exclude<TimeKind, 'silence' | 'nudge'>, RegExp]> = [
  [
    'respond',
    /\b(?:more |further )?(?:detailed|full|fuller|substantive|in-depth|meaningful|complete|thorough|proper) (?:response|reply|answer|feedback|assessment|analysis|report)/gi,
  ],
  [
    'respond',
    /\b(?:(?:initial |first |preliminary |detailed )?(?:assessment|evaluation|triage|analysis|verdict|determination)|triaged?|investigat\w+|analy[sz]\w+|evaluat\w+|assess(?:es|ed|ment)?|next steps|what happens next|einschätzung|bewertung|severity (?:rating|classification)|action plan|remediation plan)\b/gi,
  ],
  [
    'respond',
    /\b(?:validat|verif|confirm|reproduc|accept|reject|classif)\w* (?:or \w+ )?(?:of )?(?:the |your |this |any |whether )*(?:security )?(?:issue|vulnerabilit|problem|bug|finding|report(?! was|'s receipt)|it\b)/gi,
  ],
  [
    'acknowledge',
    /\b(?:acknowledg\w*|receipt$|(?:confirm\w*|notice|proof) (?:of )?(?:the |your |its )?(?:receipt|reception|arrival)|(?:confirm|acknowledge) (?:that )?(?:we|it)|initial receipt|receipt of (?:your|the) \w+|(?:initial|first) (?:response|reply|answer|contact|feedback|reaction|human response)|confirm (?:we|that we)|bestätig\w*|eingangsbestätigung\w*|let you know (?:that )?we (?:have )?(?:received|got))/gi,
  ],
  [
    'inform',
    /\b(?:keep (?:\w+ ){1,3}(?:informed|updated|posted|in the loop|up to date)|(?:status|progress|regular|periodic) (?:updates?|reports?)|updates? (?:on|about|you|every)|inform you (?:of|about) (?:the )?progress|hear from (?:the team|us) at least)/gi,
  ],
  [
    'publish',
    /\b(?:disclos\w+|embargo\w*|publish\w*|publicat\w+|publicly|make (?:it |them |the \w+ )?public|go(?:ing)? public|announc\w+|advisor(?:y|ies)|confidential\w*|(?:keep|kept|remain|stay)\w* (?:\w+ ){0,3}private|blog post|full details|veröffentlich\w*|offenleg\w*|vertraulich\w*|bulletins?)/gi,
  ],
  [
    'fix',
    /\b(?:fix(?:es|ed|ing)?|patch(?:es|ed|ing)?|resol(?:ve[sd]?|ving|ution)|remed(?:iat\w+|y)|mitigat\w+|hotfix|beheb\w+|korrigier\w*|security release|release (?:a|an|the)|address (?:the|this|any|all|critical|confirmed|valid))\b/gi,
  ],
  [
    'answer',
    /\b(?:respon[ds]\w*|repl(?:y|ies|ied)|answer\w*|get(?:ting)? back|hear (?:back )?from|hear(?:ing)? back|be in touch|reach out|contact you|get in touch|react(?:ion)?|antwort\w*|rückmeldung\w*|melden uns|reaction time|follow[- ]up|turnaround|feedback|receiv\w+ (?:a |an )?(?:e-?mail|message|confirmation)|confirmation|confirm\w*|updates?|notif(?:y|ied))\b/gi,
  ],
  [
    'ignore',
    /\b(?:supported|support(?:s)? (?:for|each|every|until)|maintained for|valid(?:ity)?|expir(?:e|es|ed|y|ation)\b(?! of (?:a|the|this|that)\b)|older than|at least \w+ (?:years?) old|warranty|retain\w*|(?:updates?|fixes|patches|support) (?:are|is|will be) (?:provided|available|offered|guaranteed|supplied|released|made)|(?:provides?|offers?|receives?|gets?|ships?|delivers?) (?:\w+ ){0,3}(?:security )?(?:updates|fixes|patches|support) (?=for\b|until\b|during\b)|stor(?:ed|age)|logs?|history|released? (?:in|within) the (?:last|past)|bount(?:y|ies)|rewards?|payouts?|(?:is|are|be|get) paid|CVE\b[^.;,]{0,40}?\b(?:reserved|assigned|requested|published|allocated|updated)|(?:request|assign|reserve|publish)\w* (?:a |the )?CVE\b|(?:policy|document|page) (?:is|are|will be) (?:\w+ )?(?:reviewed|updated|revised)|rotat\w+|review(?:ed|s)? (?:this|the|our) (?:policy|document|page)|clos(?:e|es|ed|ing)\b|stale|back-?port\w*|payments?)\b/gi,
  ],
]

/** The last cue in a text that stands before a span of time. */
export const lastCue = (text: string): Exclude<TimeKind, 'silence' | 'nudge'> | null =>
  best(text, (from, to) => to * 1000 - from)
/** The first cue in a text that stands after a span of time. */
export const firstCue = (text: string): Exclude<TimeKind, 'silence' | 'nudge'> | null =>
  best(text, (from, to) => -from * 1000 + to)

function best(text: string, weight: (from: number, to: number) => number) {
  let found: Exclude<TimeKind, 'silence' | 'nudge'> | null = null
  let heaviest = -Infinity
  for (const [kind, cue] of cues)
    for (const match of text.matchAll(cue)) {
      const heavy = weight(match.index, match.index + match[0].length)
      if (heavy > heaviest) [found, heaviest] = [kind, heavy]
    }
  return found
}
