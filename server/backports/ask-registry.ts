import {
  readPublishedAt,
  readVersionDocument,
  type RegistryAnswer,
} from '@/domain/backports/release-evidence'

const timeoutMs = 10_000
/** A version alone is small; the document of a package with thousands of versions is not. */
const mostBytes = { version: 4 * 1024 * 1024, package: 32 * 1024 * 1024 }

/**
 * Asks an npm registry about one version. `unknown` when it does not answer in time or with something else: a broken line is never read as
 * a release that was taken back. The date of publication is asked for only where it is not known, for it stands in a large document.
 */
export async function askRegistry(
  registry: string,
  asked: { package: string; version: string; needsDate: boolean },
): Promise<RegistryAnswer> {
  const name = asked.package.split('/').map(encodeURIComponent).join('%2f')
  const of = `${registry.replace(/\/+$/, '')}/${name}`
  const found = await documentAt(`${of}/${encodeURIComponent(asked.version)}`, mostBytes.version)
  if (found === 'missing') return { state: 'missing' }
  if (found === null) return { state: 'unknown' }
  const answer = readVersionDocument(found.json, asked.version)
  if (answer.state !== 'published' || !asked.needsDate) return answer
  const whole = await documentAt(of, mostBytes.package)
  const publishedAt =
    whole === null || whole === 'missing' ? null : readPublishedAt(whole.json, asked.version)
  return { ...answer, publishedAt }
}

/** A JSON document; `missing` when the registry says that there is none, null when it says nothing to rely on. */
async function documentAt(url: string, most: number): Promise<{ json: unknown } | 'missing' | null> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status === 404) {
      await response.body?.cancel()
      return 'missing'
    }
    if (!response.ok) {
      await response.body?.cancel()
      return null
    }
    return { json: JSON.parse(await textUpTo(response, most)) as unknown }
  } catch {
    return null
  }
}

/** The text of an answer; throws when it is longer than that. */
async function textUpTo(response: Response, most: number): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > most) throw new Error('The registry sent more than is read.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
