'use client'

import { setNonce } from 'get-nonce'

/** Gives overlays the nonce for the style element of their scroll lock. Stands above everything that opens one. */
export function StyleNonce({ nonce }: { nonce: string }) {
  if (typeof document !== 'undefined') setNonce(nonce)
  return null
}
