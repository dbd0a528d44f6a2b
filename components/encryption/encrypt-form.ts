import { createMessage, encrypt, readKey, type PublicKey } from 'openpgp'
import { neutralTitle } from '@/domain/encryption/armored-message'
import type { Catalogue } from '@/domain/languages/en'
import type { FormState } from '@/lib/form-state'

/** What of a form is encrypted: in which field the message goes, and the other fields that go into it under a heading. */
export interface Encryptable {
  textField: 'description' | 'body'
  headings: Readonly<Record<string, string>>
}

/** What to tell when it cannot be sent as it is. */
export type SendingWords = Catalogue['sending']

/** A key to encrypt to: where it is downloaded, and what it must be. */
export type KeyToUse = { href: string; fingerprint: string }

/** Ciphertext differs each time; a form that is sent again after a lost answer must be the same form. */
let last: { said: string; sent: FormData } | null = null

/**
 * The form with its words and files encrypted, and with nothing of them in clear; or what to mend before it can be. Throws when it
 * cannot be encrypted: then nothing may be sent.
 */
export async function encryptForm(
  form: FormData,
  { textField, headings }: Encryptable,
  keys: readonly KeyToUse[],
  words: SendingWords,
): Promise<FormData | FormState<never>> {
  if (textOf(form, textField).trim() === '')
    return {
      status: 'invalid',
      values: {},
      fieldErrors: { [textField]: [words.writeHere] },
      message: words.nothingSent,
    }
  const files = form
    .getAll('attachments')
    .filter((value) => value instanceof File && value.size > 0) as File[]
  const said = JSON.stringify([
    [...form].filter(([, value]) => typeof value === 'string'),
    files.map(({ name, size, lastModified }) => [name, size, lastModified]),
    keys.map(({ fingerprint }) => fingerprint),
  ])
  if (last?.said === said) return last.sent
  const encryptionKeys = await Promise.all(keys.map((key) => fetchKey(key, words)))
  const sent = new FormData()
  for (const [name, value] of form)
    if (name !== 'attachments' && name !== 'encryptHere' && !Object.hasOwn(headings, name))
      sent.append(name, value)
  sent.set(textField, await encryptText(wordsOf(form, headings, files), encryptionKeys))
  if (textField === 'description') sent.set('title', neutralTitle)
  for (const [index, file] of files.entries())
    sent.append('attachments', await encryptFile(file, `file-${index + 1}.pgp`, encryptionKeys))
  last = { said, sent }
  return sent
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const teamHeadings = { files: 'Files' }

/** What a person who decrypts it reads: each answer under its heading, and what the files are called. */
function wordsOf(form: FormData, headings: Encryptable['headings'], files: readonly File[]): string {
  const answers = Object.entries(headings)
    .map(([name, heading]) => [heading, textOf(form, name).trim()] as const)
    .filter(([, text]) => text !== '')
  const [only] = answers
  if (only && answers.length === 1 && files.length === 0) return only[1]
  const names = files.map(({ name }, index) => `file-${index + 1}.pgp: ${name}`).join('\n')
  return [...answers, ...(names === '' ? [] : [[teamHeadings.files, names] as const])]
    .map(([heading, text]) => `${heading}\n${'-'.repeat(heading.length)}\n${text}`)
    .join('\n\n')
}

async function fetchKey({ href, fingerprint }: KeyToUse, words: SendingWords): Promise<PublicKey> {
  const answer = await fetch(href)
  const key = answer.ok ? await readKey({ armoredKey: await answer.text() }).catch(() => null) : null
  if (key === null || key.getFingerprint().toUpperCase() !== fingerprint) throw new Error(words.keyNotLoaded)
  return key
}

async function encryptText(text: string, encryptionKeys: PublicKey[]): Promise<string> {
  const armored = await encrypt({ message: await createMessage({ text }), encryptionKeys })
  return armored.replace(/\r\n/g, '\n')
}

async function encryptFile(file: File, name: string, encryptionKeys: PublicKey[]): Promise<File> {
  const binary = new Uint8Array(await file.arrayBuffer())
  const message = await createMessage({ binary, filename: file.name.slice(0, 60) })
  const content = await encrypt({ message, encryptionKeys, format: 'binary' })
  return new File([new Uint8Array(content)], name, { type: 'application/octet-stream' })
}
