'use client'

import { setNonce } from 'get-nonce'

/**
 * Gives overlays the nonce for the style element of their scroll lock. Stands above everything that opens one. The document's own counts:
 * who comes here from another page without loading it anew, such as after signing in, is given one of another answer.
 */
export function StyleNonce({ nonce }: { nonce: string }) {
  if (typeof document !== 'undefined')
    setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? nonce)
  return null
}
