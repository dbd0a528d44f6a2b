import { looksEncrypted } from '@/domain/encryption/armored-message'

/** What a file itself says it is, as a media type, whatever its name claims; null: nothing known. */
export async function sniffType(content: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(content)
  if (found) return found.mime
  if (looksEncrypted(content)) return 'application/pgp-encrypted'
  return isText(content) ? 'text/plain' : null
}

function isText(content: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return !/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)
  } catch {
    return false
  }
}
