/** Words that greet, point elsewhere or hold a sentence together: a text of these alone says nothing about what is wrong. */
const filler = new Set(
  `a an the this that these those it its i we you he she they me us my our your his their is are was were be been am has have had do does did
  can could will would shall should may might must and or but so if as at by in into of off on onto for from to with about via there here
  which what where when how who very also just only some several many one any all every everything anything more most full complete whole entire
  please kindly see find check look read download watch view visit follow click refer consult attached attaching attach attachment
  attachments enclosed below above following further additional link links url file files document documents pdf zip video videos screenshot
  screenshots archive image picture page report reports reported reporting writeup write up gist paste poc proof concept exploit details detail
  description information info summary step steps reproduce reproduction demonstration demo recorded recording made prepared wrote written
  uploaded shared shows show showing demonstrates explains explained describes described contains found discovered identified noticed
  detected came across critical serious severe high important major urgent dangerous big huge security vulnerability
  vulnerabilities vulnerable issue issues bug bugs problem problems flaw flaws weakness finding findings hole leak product products software
  application app website site system service server project team company program platform code hello hi hey dear sir madam all good morning
  afternoon evening day thanks thank regards best kind warm sincerely cheers let know waiting reply response bounty reward hear soon forward
  test testing tests asdf
  ich wir sie es er man mir mich uns ihnen euch das der die den dem des dies diese dieser dieses diesen ein eine einen einem einer eines habe hab
  haben hat hatte ist sind war waren wurde wird werden kann können konnte und oder aber auch nur noch so wenn als wie was wo in im ins an am auf
  aus mit von vom zu zum zur für über bei beim nach unter um durch ihr ihre ihrem ihren ihrer ihres unser unsere mein meine meinen meinem
  euer eure eurem eurer produkt anwendung webseite seite dienst projekt firma schwachstelle schwachstellen sicherheitslücke sicherheitslücken
  sicherheitsproblem lücke lücken fehler problem probleme kritisch kritische kritischer kritisches kritischen schwer schwere schweren
  schwerwiegende ernste ernstes wichtig wichtige dringend gefunden entdeckt bemerkt gemeldet melden meldung siehe sehen sehe schauen schau öffnen
  lesen ansehen anschauen anbei angehängt angehängte angehängten anhang beigefügt beigefügte beigefügten datei dateien dokument bericht
  berichte bild bildschirmfoto hier dort unten oben bitte danke dank vielen grüße grüßen gruß freundlich freundliche freundlichen alle alles
  weitere weiteren einzelheiten beschreibung informationen steht stehen finden findet finde folgende folgenden folgendem nachweis ganze
  ganzen hallo guten tag morgen liebe liebes lieber damen herren team`.split(/\s+/),
)

/** What names a kind of weakness says much in few words. */
const weaknesses =
  /\b(?:xss|csrf|ssrf|xxe|sqli|rce|lfi|rfi|idor|dos|redos|uaf|toctou|injection|traversal|overflow|underflow|out[- ]of[- ]bounds|use[- ]after[- ]free|double[- ]free|null pointer|deserial\w{0,12}|smuggling|open redirect|race condition|bypass(?:es|ed)?|escalation|überlauf|pufferüberlauf|einschleusung|umgehung)\b/iu

// Hosts without a scheme need a path behind a usual ending: `index.php/admin` is none.
const endings =
  'com|org|net|io|dev|de|ch|at|eu|uk|co|me|app|info|cc|gg|sh|ly|to|page|site|cloud|xyz|ai|fr|nl|ru|cn|us|be|gl|it|es|tech|link|one'
const address = new RegExp(
  `\\b(?:h(?:tt|xx)ps?|ftp|git|ssh)(?:\\[:\\]|:)//\\S+|\\bwww(?:\\.|\\[\\.\\])\\S+|\\b(?:[a-z0-9-]{1,63}(?:\\.|\\[\\.\\])){1,6}(?:${endings})/\\S+`,
  'giu',
)

// A script that writes without spaces: there two characters count as a word.
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const word = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu

const greeting =
  /^[^\S\n]*(?:dear|hello|hi|hey|good (?:morning|day|evening)|to whom it may concern|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin)\b[^,.!:\n]{0,80}[,.!:\n]/iu
const farewell =
  /(?:\b(?:kind|best|warm|with)? ?regards|\bsincerely\b|\byours (?:truly|faithfully)|\bcheers,|\bmany thanks\b|\bmit freundlichen grüßen|\b(?:viele|beste|schöne|liebe) grüße|^-- $)[\s\S]{0,300}$/imu

/** Whether a text names a page on the web, with or without its scheme, also one that was made harmless (`hxxps`, `[.]`). */
export const namesAddress = (text: string): boolean => text.search(address) >= 0

/**
 * How many words of its own a text has: addresses, greetings, signatures and what only points elsewhere are left out.
 * Worked case: "Hello team, I found a critical vulnerability, see https://x.test/1" → 0.
 */
export function ownWordCount(text: string): number {
  const plain = text.replace(address, ' ').trim().replace(greeting, ' ').replace(farewell, ' ')
  const characters = plain.match(dense)?.length ?? 0
  const words = plain.replace(dense, ' ').match(word) ?? []
  return words.filter((one) => !filler.has(one.toLowerCase())).length + Math.floor(characters / 2)
}

/** Whether a text names a kind of weakness, such as “SQL injection”. */
export const namesWeakness = (text: string): boolean => weaknesses.test(text)
