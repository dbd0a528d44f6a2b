import type { FormState } from '@/lib/form-state'
import type { Encryptable, KeyToUse } from '@/components/encryption/encrypt-form'

interface Sending<Data> {
  /** Sends what may be sent. */
  action: (form: FormData) => Promise<FormState<Data>>
  /** The address that takes the form with its files, telling how far it is. */
  uploadTo: string
  progress: (share: number) => void
  encrypt: Encryptable
  keys: readonly KeyToUse[]
}

const hasFiles = (form: FormData) =>
  form.getAll('attachments').some((value) => value instanceof File && value.size > 0)

/** Sends a form of a reporter from the browser: encrypted if they chose so, and with progress when it has files. Both are loaded then only. */
export async function sendFromBrowser<Data>(
  form: FormData,
  { action, uploadTo, progress, encrypt, keys }: Sending<Data>,
): Promise<FormState<Data>> {
  let sent = form
  if (form.has('encryptHere')) {
    const { encryptForm } = await import('@/components/encryption/encrypt-form')
    const encrypted = await encryptForm(form, encrypt, keys)
    if (!(encrypted instanceof FormData)) return encrypted
    sent = encrypted
  }
  if (!hasFiles(sent)) return action(sent)
  const { upload } = await import('./upload')
  return upload<Data>(uploadTo, sent, progress)
}
