/** A mail address in a text, however it was disguised. `isPlain`: "at" and a dot as bare words, which may mean something else. */
export interface FoundMail {
  address: string
  from: number
  isPlain: boolean
}

// How people write @ so that harvesters do not see it.
const marker =
  / ?(?:[@ⓐ﹫]|%40|[[({<|] ?(?:@|[aA][tT]|ät|a|ⓐ) ?[\])}>|]|["'“‘”’][aA][tT]["'“‘”’]|-{1,3}(?:at|AT)-{1,3}|_(?:at|AT)_) ?|(?<=[a-z0-9])AT(?=[a-z0-9])| (?:at|AT|At) /g
const dotMarker =
  / ?(?:\.|[[({<|] ?(?:\.|[dD][oO][tT]|[pP]unkt) ?[\])}>|]|["'“‘”’](?:dot|DOT)["'“‘”’]|-{1,3}(?:dot|DOT)-{1,3}|_(?:dot|DOT)_) ?| (?:dot|DOT|Dot) |(?<=[a-z0-9])DOT(?=[a-z0-9])/y
const label = /[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}?)(?=$|[^A-Za-z0-9-]|-{1,3}(?:dot|DOT)-|DOT(?=[a-z]))/y
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
    const isLoose = (isBareWord && sign === 'at') || /^[[({<|] ?a ?[\])}>|]$/.test(sign)
    if (isLoose && !domain.hasSpokenDot && !isNamedForMail(local.name, domain.text, before)) continue
    if (sign === '@' && /\s/.test(match[0]) && !domain.text.includes('.')) continue
    const written = `${local.name}@${domain.text}`
    const clean = withoutTrap(written, text)
    const address = clean.toLowerCase()
    if (/^(?:noreply|no-reply|git)@/.test(address) || /\.(?:png|jpe?g|svg|gif|md|js|ts)$/.test(address))
      continue
    const isPlain = (isLoose && !domain.hasSpokenDot) || clean !== written || placeholder.test(address)
    found.push({ address, from: at - local.length, isPlain })
    after = domain.end
  }
  return found
}

// Put into an address so that only a person takes it out again; and names of templates nobody filled in.
const trap = /[-_.]?(?:no-?spam|(?:remove|delete)[-_]?(?:this|me)?|anti-?spam|spam-?free)(?=[-_.@]|$)[-_]?/gi
const placeholder =
  /^(?:your[-_.]?\w*|name|you|user(?:name)?|someone|insert\w*|first(?:name)?[._]last(?:name)?)@|@(?:your|my)[-_.]?\w*\./

function withoutTrap(address: string, text: string): string {
  const named =
    /\b(?:remov\w+|delet\w+|without|drop|strip)(?: the)? (?:word |part |letters )?["'“‘]?([A-Z][A-Z0-9_-]{2,15})\b/.exec(
      text,
    )?.[1]
  const without = (part: string) =>
    (named ? part.replaceAll(named, '') : part)
      .replace(trap, '')
      .replace(/\.{2,}/g, '.')
      .replace(/^[-_.]+|[-_.]+$/g, '')
  const at = address.indexOf('@')
  const [name, domain] = [without(address.slice(0, at)), without(address.slice(at + 1))]
  return name !== '' && domain.includes('.') ? `${name}@${domain}` : address
}

const mailHosts =
  /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|proton|protonmail|pm|gmx|web|posteo|mailbox|fastmail|tutanota|tuta|riseup|disroot|hey|zoho|mail)\./i
const noName = /^(?:me|us|them|him|her|it|team|here|available|directly|look|more|someone|anyone|anytime)$/i

/** "Look at example.org" is no address: with bare words it takes a name mail goes to, or a host of mail. */
const isNamedForMail = (name: string, domain: string, before: string): boolean =>
  (mailWords.test(name) && asksForMail(before)) ||
  (mailHosts.test(domain) && !noName.test(name) && (/[._]/.test(name) || asksForMail(before)))

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
    // "example.org.Please": a stop without its space.
    else if (
      labels.length > 1 &&
      /^[A-Z][a-z]/.test(text.slice(end + dot.length, end + dot.length + 2)) &&
      !/[A-Z]/.test(name)
    )
      break
    at = end + dot.length
  }
  const domain = labels.join('.')
  if (labels.length < 2 || !/^[a-z]{2,24}$|^xn--/i.test(labels.at(-1)!)) return null
  return { text: domain, end, hasSpokenDot }
}
