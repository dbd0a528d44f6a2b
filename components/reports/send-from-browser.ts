import type { Challenge } from 'altcha-lib/types'
import type { FormState } from '@/lib/form-state'
import { checking } from './checking'
import type { Encryptable, KeyToUse, SendingWords } from '@/components/encryption/encrypt-form'

interface Sending<Data> {
  /** Sends what may be sent. */
  action: (form: FormData) => Promise<FormState<Data>>
  /** The address that takes the form with its files, telling how far it is. */
  uploadTo: string
  progress: (share: number) => void
  encrypt: Encryptable
  keys: readonly KeyToUse[]
  /** The address that says whether something has to be solved first; absent: nothing has. */
  challengeFrom?: string
  words: SendingWords
}

const hasFiles = (form: FormData) =>
  form.getAll('attachments').some((value) => value instanceof File && value.size > 0)

/** Sends a form of a reporter from the browser: encrypted if they chose so, and with progress when it has files. A flooded project's
 * challenge is solved before. All three are loaded then only. */
export async function sendFromBrowser<Data>(
  form: FormData,
  { action, uploadTo, progress, encrypt, keys, words, challengeFrom }: Sending<Data>,
): Promise<FormState<Data>> {
  let sent = form
  if (form.has('encryptHere')) {
    const { encryptForm } = await import('@/components/encryption/encrypt-form')
    const encrypted = await encryptForm(form, encrypt, keys, words)
    if (!(encrypted instanceof FormData)) return encrypted
    sent = encrypted
  }
  if (challengeFrom) {
    const solution = await solvedChallenge(challengeFrom)
    if (solution) sent.set('solution', solution)
    else sent.delete('solution')
  }
  if (!hasFiles(sent)) return action(sent)
  const { upload } = await import('./upload')
  return upload<Data>(uploadTo, sent, progress, words.tooLarge)
}

/** The solution of the project's challenge; null: none is asked for, or this browser could not solve it, and the report is held. */
async function solvedChallenge(from: string): Promise<string | null> {
  try {
    const answer = await fetch(from, { cache: 'no-store' })
    const { challenge } = (await answer.json()) as { challenge?: Challenge | null }
    if (!challenge) return null
    checking.set(true)
    const { solve } = await import('./solve')
    return await solve(challenge)
  } catch {
    return null
  } finally {
    checking.set(false)
  }
}
