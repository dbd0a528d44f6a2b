/** A mail address in a text, however it was disguised. `isPlain`: "at" and a dot as bare words, which may mean something else. */
export interface FoundMail {
  address: string
  from: number
  isPlain: boolean
}

// How people write @ so that harvesters do not see it.
const marker =
  / ?(?:@|[[({<] ?(?:@|at|AT|At|ät) ?[\])}>]|[-_](?:at|AT)[-_]) ?|(?<=[a-z0-9])AT(?=[a-z0-9])| (?:at|AT|At) /g
const dotMarker =
  / ?(?:\.|[[({<] ?(?:\.|dot|DOT|Dot|punkt) ?[\])}>]|[-_](?:dot|DOT)[-_]) ?| (?:dot|DOT|Dot) |(?<=[a-z0-9])DOT(?=[a-z0-9])/y
const label = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}?)(?=$|[^A-Za-z0-9-]|-(?:dot|DOT)-|DOT(?=[a-z]))/y
const mailWords =
  /^(?:abuse|admin|bugs?|bug-?bounty|cert|contact|csirt|disclosures?|hello|help|info|infosec|it-?security|mail|maintainers?|office|oss-?security|privacy|psirt|reports?|responsible-?disclosure|secalert|secure|security[\w.-]*|support|team|vulnerabilit(?:y|ies)|vulns?)$/i

/** Every mail address in a text: with an @, in words, in brackets, with entities already decoded. Each sign is looked at a bounded number of times. */
export function mailAddressesIn(text: string): FoundMail[] {
  const found: FoundMail[] = []
  let after = 0
  for (const match of text.matchAll(marker)) {
    const at = match.index
    const before = text.slice(Math.max(after, at - 110), at)
    const local = localPart(before)
    // Within the address of a page, such as that of a key server, it is a search and no contact.
    if (!local || /:\/\/\S{0,100}$/.test(before)) continue
    const domain = domainAt(text, at + match[0].length)
    if (!domain) continue
    const sign = match[0].trim()
    const isBareWord = sign.toLowerCase() === 'at' && match[0].startsWith(' ')
    // "look at example.org" is no address: bare words need a spoken dot, or a name that mail goes to.
    if (
      isBareWord &&
      !domain.hasSpokenDot &&
      sign === 'at' &&
      !(mailWords.test(local.name) && asksForMail(before))
    )
      continue
    if (sign === '@' && /\s/.test(match[0]) && !domain.text.includes('.')) continue
    const address = `${local.name}@${domain.text}`.toLowerCase()
    if (/^(?:noreply|no-reply|git)@/.test(address) || /\.(?:png|jpe?g|svg|gif|md|js|ts)$/.test(address))
      continue
    found.push({ address, from: at - local.length, isPlain: isBareWord && !domain.hasSpokenDot })
    after = domain.end
  }
  return found
}

const asksForMail = (before: string) =>
  /\b(?:e-?mails?|mail|to|write|address|contact|via)\b[^a-z]{0,12}(?:\w+ ?){0,4}$/i.test(before)

/** What stands before the @: letters and signs, dots perhaps spoken. */
function localPart(before: string): { name: string; length: number } | null {
  const spoken =
    /((?:[A-Za-z0-9_%+-]{1,40}(?: ?[[(] ?(?:dot|DOT) ?[\])] ?| (?:dot|DOT) )){0,3}[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}) ?$/.exec(
      before.slice(-110),
    )
  if (!spoken) return null
  const name = spoken[1]!
    .replace(/ ?[[(] ?(?:dot|DOT) ?[\])] ?| (?:dot|DOT) /g, '.')
    .replace(/^[._%+-]+|[.]+$/g, '')
  return name === '' ? null : { name, length: spoken[0].length }
}

function domainAt(text: string, start: number): { text: string; end: number; hasSpokenDot: boolean } | null {
  const labels: string[] = []
  let at = start
  let end = start
  let hasSpokenDot = false
  while (labels.length < 8) {
    label.lastIndex = at
    const name = label.exec(text)?.[0]
    if (!name) break
    if (labels.length === 0 || /^[A-Za-z0-9-]{2,63}$/.test(name) || labels.length > 1) labels.push(name)
    else break
    end = at + name.length
    dotMarker.lastIndex = end
    const dot = dotMarker.exec(text)?.[0]
    // A full stop and a space end a sentence: the domain goes on only with a small letter after it.
    if (!dot || (/\. $/.test(dot) && !/^ \. $/.test(dot))) break
    if (dot.trim() !== '.') hasSpokenDot = true
    at = end + dot.length
  }
  const domain = labels.join('.')
  if (labels.length < 2 || !/^[a-z]{2,24}$|^xn--/i.test(labels.at(-1)!)) return null
  return { text: domain, end, hasSpokenDot }
}
