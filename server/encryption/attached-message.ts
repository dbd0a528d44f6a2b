import { armoredMessageIn, looksEncrypted, neutralTitle } from '@/domain/encryption/armored-message'
import { armoredMessageOf } from './read-message'

/**
 * What a form sends encrypted, put where a report has it: an attached OpenPGP message becomes the text where that was left empty, and
 * a title that was left empty becomes a neutral one. Gives what to mend, by field; null: nothing.
 */
export async function takeEncrypted(
  form: FormData,
  textField: 'description' | 'body',
): Promise<Record<string, string[]> | null> {
  if (textOf(form, textField) === '') {
    const files = form.getAll('attachments').filter((value) => value instanceof File)
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (!looksEncrypted(bytes)) continue
      const read = await armoredMessageOf(bytes)
      if (!read.ok) return { attachments: [`“${file.name.slice(0, 60)}”: ${read.refusal.reason}`] }
      form.set(textField, read.value)
      form.delete('attachments')
      for (const other of files) if (other !== file) form.append('attachments', other)
      break
    }
  }
  if (textField === 'description' && textOf(form, 'title') === '' && isEncrypted(form, textField))
    form.set('title', neutralTitle)
  return null
}

const textOf = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

const isEncrypted = (form: FormData, name: string) => armoredMessageIn(textOf(form, name)) !== null
