import { invalid, type ProblemError } from '@/server/kernel/problem'

// Longer than any text that is read, so that the limit is said in characters where the text is read.
const mostBytes = 1024 * 1024

/** The text a person gave to be read: typed, or in a file. Refuses two different ones, and files that are no text. */
export async function policyUpload(form: FormData): Promise<string | ProblemError> {
  const typed = String(form.get('text') ?? '')
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return typed
  if (file.size > mostBytes)
    return invalid({ file: ['This file is too large for a policy. Choose the SECURITY.md itself.'] })
  const text = asText(await file.arrayBuffer())
  if (text === null)
    return invalid({ file: ['This file is no plain text. Choose the SECURITY.md itself, saved as UTF-8.'] })
  const same = (one: string) => one.replace(/\r\n?/g, '\n').trim()
  if (same(typed) !== '' && same(typed) !== same(text))
    return invalid({
      file: [
        'You gave a text and a file that differ. Empty the text to read the file, or choose the file anew without one.',
      ],
    })
  return text
}

function asText(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
