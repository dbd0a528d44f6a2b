import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A sealed value could not be opened: changed, moved, or sealed with another key. Says nothing of the content. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

/** Where a sealed value lives. A value opens only there: moved to another row or column it stays shut. */
export interface SealedPlace {
  table: string
  row: string
  column: string
}

export interface CaseVault {
  seal(place: SealedPlace, content: string | Uint8Array): Uint8Array
  /** The sealed text. Throws SealBroken. */
  open(place: SealedPlace, sealed: Uint8Array): string
  /** The sealed bytes. Throws SealBroken. */
  openBytes(place: SealedPlace, sealed: Uint8Array): Uint8Array
}

export interface Vault {
  /** A fresh key for a case: store `wrapped` beside the case, seal with `vault`. */
  newCaseKey(caseId: string): { wrapped: Uint8Array; vault: CaseVault }
  /** The vault of a case from its stored key. Throws SealBroken when the key is another case's or was changed. */
  openCaseKey(caseId: string, wrapped: Uint8Array): CaseVault
  /** For what belongs to no case. */
  instanceVault: CaseVault
  /** HMAC-SHA-256 as hex; a hash for one purpose says nothing about the same text under another. */
  keyedHash(purpose: string, text: string): string
  /** 256 bits as base64url, always the same for one purpose. */
  deriveSecret(purpose: string): string
}

/** First byte of every sealed value: AES-256-GCM, then the nonce of 96 random bits, the ciphertext, the tag of 128. */
const version = 1
const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32
/** How many opened case keys are kept in memory. */
const keptKeys = 500

/** Every seal of this installation, under its master key of 32 bytes. */
export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== keyBytes) throw new RangeError('A master key has 32 bytes.')
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, '', `disclosure-desk/${purpose}`, keyBytes))
  const wrappingKey = derive('case-keys')
  const opened = new Map<string, CaseVault>()
  const hashKeys = new Map<string, Buffer>()
  const hashKey = (purpose: string): Buffer => {
    const known = hashKeys.get(purpose) ?? derive(`hash/${purpose}`)
    hashKeys.set(purpose, known)
    return known
  }

  return {
    newCaseKey(caseId) {
      const key = randomBytes(keyBytes)
      return { wrapped: encrypt(wrappingKey, ['case-key', caseId], key), vault: vaultOf(key) }
    },
    openCaseKey(caseId, wrapped) {
      const name = `${caseId} ${createHash('sha256').update(wrapped).digest('base64')}`
      const vault = opened.get(name) ?? vaultOf(decrypt(wrappingKey, ['case-key', caseId], wrapped))
      // A Map keeps the order of insertion: put back last, the first is the one unused for longest.
      opened.delete(name)
      opened.set(name, vault)
      const oldest = opened.keys().next()
      if (opened.size > keptKeys && !oldest.done) opened.delete(oldest.value)
      return vault
    },
    instanceVault: vaultOf(derive('instance-vault')),
    keyedHash: (purpose, text) => createHmac('sha256', hashKey(purpose)).update(text).digest('hex'),
    deriveSecret: (purpose) => derive(`secret/${purpose}`).toString('base64url'),
  }
}

function vaultOf(key: Uint8Array): CaseVault {
  const openBytes = (place: SealedPlace, sealed: Uint8Array) => decrypt(key, bindingOf(place), sealed)
  // A page asks for some texts several times: what was opened is kept for as long as the row it was opened from.
  const texts = new WeakMap<Uint8Array, { at: string; text: string }>()
  return {
    seal: (place, content) =>
      encrypt(key, bindingOf(place), typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
    open(place, sealed) {
      const at = JSON.stringify(bindingOf(place))
      const known = texts.get(sealed)
      if (known?.at === at) return known.text
      const text = Buffer.from(openBytes(place, sealed)).toString('utf8')
      texts.set(sealed, { at, text })
      return text
    },
    openBytes,
  }
}

const bindingOf = ({ table, row, column }: SealedPlace) => ['value', table, row, column]

/** JSON keeps the parts of a binding apart: no two different lists give the same bytes. */
const authenticated = (binding: string[]) => Buffer.from(JSON.stringify([version, ...binding]), 'utf8')

function encrypt(key: Uint8Array, binding: string[], content: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  cipher.setAAD(authenticated(binding))
  const parts = [Buffer.of(version), nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]
  return new Uint8Array(Buffer.concat(parts))
}

function decrypt(key: Uint8Array, binding: string[], sealed: Uint8Array): Uint8Array {
  if (sealed.length < 1 + nonceBytes + tagBytes) throw new SealBroken('A sealed value is cut short.')
  if (sealed[0] !== version) throw new SealBroken('A sealed value has a form this version does not know.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(authenticated(binding))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    const content = decipher.update(sealed.subarray(1 + nonceBytes, -tagBytes))
    return new Uint8Array(Buffer.concat([content, decipher.final()]))
  } catch {
    const where = binding.slice(0, -1).join(' ')
    throw new SealBroken(`A sealed value (${where}) was changed, moved, or sealed with another key.`)
  }
}
