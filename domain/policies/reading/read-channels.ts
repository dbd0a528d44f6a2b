import { contextOf, finding, type Finding } from './finding'
import { keyFingerprintsIn } from './key-fingerprints'
import { mailAddressesIn } from './mail-addresses'
import type { Sentence } from './sentences'

const aboutPolicy =
  /\b(?:comments?|suggestions?|feedback|improve\w*|questions?|changes?) (?:on|about|to|for|regarding)? ?(?:this |the |our )?(?:policy|document|process|page)\b|\bsuggest(?:ions?)?\b[^.]{0,80}\b(?:process|policy)|\bimprove this (?:policy|process)|\bprocess could be improved|\bcomments on this policy/i
const keyWords = /\b(?:pgp|gpg|gnupg|openpgp|keybase|encrypt\w*|public key|fingerprint|key ?id)\b/i
const namesKey = /\b(?:open)?(?:pgp|gpg|public) key: /i
const keyAddress =
  /\.(?:asc|gpg|pgp)\b|openpgp|\bpgp\b|\bgpg\b|[./-](?:pgp|gpg)|keys?\.|keyserver|keybase\.io|public-?key|\/pks\//i
const plainWords =
  /\b(?:un-?encrypted|without encryption|could not (?:be )?decrypt|cannot decrypt|decryption fail|plain ?text)\b/i
const otherUse =
  /\b(?:conduct|press|sales|privacy (?:officer|requests)|general (?:questions|support)|non-security|not security|abuse of)\b/i
const refusesMail =
  /\b(?:do not|don['’]t|never|no longer|not)\b[^.]{0,40}\b(?:e-?mail|mail|send|write|use|contact)\b/i
const unread =
  /\b(?:not|no longer|never) (?:\w+ )?(?:monitored|read|checked|answered|in use)\b|\bunmonitored\b|\b(?:is|are|will be) ignored\b/i
const reports = /\b(?:report\w*|vulnerabilit\w+|security|disclos\w+|e-?mails?|contact)\b/i
const formWords =
  /\b(?:contact (?:page|form)|web ?form|(?:online|reporting|submission|disclosure) (?:form|page|portal)|hackerone|bugcrowd|intigriti|huntr|yeswehack|via (?:the|our|this) form|using my contact)\b/i
const privateReporting =
  /github\.com\/[\w.-]{1,80}\/[\w.-]{1,100}\/security\/advisories\/new|(?:^|\/)security\/advisories\/new/i
const privateWords =
  /\bprivate(?:ly)? (?:vulnerability|security) report\w*|\bprivate vulnerability disclosure|\bgithub security advisor(?:y|ies) (?:form|feature|page)?|\breport a vulnerability["”’']? (?:button|tab|form|link)|["“‘']report a (?:security )?vulnerability["”’']|\b(?:click|press|select|choose|use|hit)(?: on)? (?:the )?report a vulnerability\b|\bdraft (?:security )?advisor(?:y|ies)\b.*\breport/i

function mailFindings(sentence: Sentence): Finding[] {
  const { text, links } = sentence
  const context = contextOf(sentence)
  const fromLinks = links.flatMap(({ url }) =>
    /^mailto:/i.test(url) ? mailAddressesIn(decoded(url.slice(7).split('?')[0]!)) : [],
  )
  const found = [...mailAddressesIn(text), ...fromLinks]
  const isFeedback = aboutPolicy.test(text) || /comments? on|suggestions|feedback/.test(context)
  return found.flatMap(({ address, isPlain }) => {
    if (isFeedback) return [finding(sentence, 'feedback', address)]
    if (plainWords.test(text)) return [finding(sentence, 'plainContact', address)]
    if (
      refusesMail.test(
        text
          .slice(0, Math.max(0, text.toLowerCase().indexOf(address.split('@')[0]!)))
          .split(/[;:]|, /)
          .at(-1) ?? '',
      )
    )
      return []
    if (unread.test(text)) return []
    const isOther = otherUse.test(text) && !/\bsecurity\b/i.test(address)
    const isSure =
      !isPlain &&
      !isOther &&
      (reports.test(text) || reports.test(context) || /secur|vuln|psirt|cert/.test(address))
    return [finding(sentence, 'mail', address, isSure ? 'sure' : 'likely')]
  })
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function keyFindings(sentence: Sentence, speaksOfKeys: boolean): Finding[] {
  const found: Finding[] = keyFingerprintsIn(sentence.text, speaksOfKeys).map((digits) =>
    finding(sentence, 'fingerprint', digits, digits.length >= 40 ? 'sure' : 'likely'),
  )
  for (const { url } of sentence.links) {
    if (!/^https?:/i.test(url) || /security\.txt|\.md\b/.test(url)) continue
    const isNamed = namesKey.test(sentence.text)
    const looksLikeKey = keyAddress.test(url) && (speaksOfKeys || /\.(?:asc|gpg|pgp)\b/.test(url))
    if (
      !isNamed &&
      !looksLikeKey &&
      !(speaksOfKeys && /\b(?:public|pgp|gpg|openpgp|encryption) keys?\b/i.test(sentence.text))
    )
      continue
    const isSure = url.startsWith('https:') && (isNamed || looksLikeKey)
    found.push(finding(sentence, 'encryptionKey', url, isSure ? 'sure' : 'likely'))
  }
  return found
}

const isAlone = (text: string) => !/[g-wyz]{2}/i.test(text)

/** Every way to reach the team: mail, key, fingerprint, a form elsewhere, private reports, where suggestions go. */
export function readChannels(sentences: readonly Sentence[]): Finding[] {
  return sentences.flatMap((sentence, index) => {
    const { text, links } = sentence
    // A fingerprint often stands alone in a block of code: the sentence before says that it is one.
    const near = isAlone(text) ? `${sentences[index - 1]?.text ?? ''} ${text} ${contextOf(sentence)}` : text
    const found = [...mailFindings(sentence), ...keyFindings(sentence, keyWords.test(near))]
    const web = links.find(({ url }) => /^https?:/i.test(url) && !/\.md$/.test(url))?.url
    const advisories = links.find(({ url }) => privateReporting.test(url))?.url
    if (advisories) found.push(finding(sentence, 'privateReporting', advisories))
    else if (privateWords.test(text) && sentence.kind !== 'heading')
      found.push(finding(sentence, 'privateReporting', web ?? 'without a link', web ? 'sure' : 'likely'))
    else if (
      web &&
      formWords.test(text + web) &&
      !aboutPolicy.test(text) &&
      !keyAddress.test(web) &&
      /\b(?:report|submit|vulnerabilit|disclos|security|contact)/i.test(text) &&
      !/\brequest\b/i.test(text)
    )
      found.push(finding(sentence, 'webForm', web))
    const plain = /\bwithout encryption: (.{3,300}?)\.?$/i.exec(text)?.[1]
    if (plain) return [finding(sentence, 'plainContact', plain)]
    if (plainWords.test(text) && web && !keyAddress.test(web))
      found.push(finding(sentence, 'plainContact', web))
    if (aboutPolicy.test(text) && !found.some(({ part }) => part === 'feedback')) {
      if (web) found.push(finding(sentence, 'feedback', web))
      else if (/\b(?:pull request|merge request|\bPR\b|open an issue|file an issue)\b/i.test(text))
        found.push(finding(sentence, 'feedback', 'a pull request'))
      else {
        const said = /\bgo to (.{3,300}?)\.?$/i.exec(text)?.[1]
        if (said) found.push(finding(sentence, 'feedback', said))
      }
    }
    return found
  })
}
