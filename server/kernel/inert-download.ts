import { inertPolicy } from '@/lib/security-headers'

/** Bytes somebody sent, as an answer that is only ever saved: never opened, sniffed, framed or run in the desk's own origin. */
export function inertDownload({ name, content }: { name: string; content: Uint8Array }): Response {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encoded}`,
      'content-security-policy': inertPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
