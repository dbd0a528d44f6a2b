'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { cleanText } from '@/lib/text'
import { useUnlockedKeys } from './unlocked-keys'

type Props = { href: string; name: string }

/** Decrypts an encrypted file in this page and hands it to the person to save; there once a private key was opened. */
export function DecryptFile({ href, name }: Props) {
  const { keys } = useUnlockedKeys()
  const [wrong, setWrong] = useState<string | null>(null)
  if (keys.length === 0) return null

  async function save() {
    try {
      const { decryptMessage } = await import('./decrypt-message')
      const answer = await fetch(href)
      if (!answer.ok) return setWrong('The file could not be loaded. Try again.')
      const opened = await decryptMessage(new Uint8Array(await answer.arrayBuffer()), keys)
      if (!opened.ok) return setWrong(opened.refusal.reason)
      setWrong(null)
      const { bytes, fileName } = opened.value
      const blob = new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = cleanText(fileName) || name.replace(/\.(pgp|gpg|asc)$/i, '') || 'file'
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    } catch {
      setWrong('The file could not be decrypted here. Download it and use your own program.')
    }
  }

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button size="small" onClick={() => void save()} aria-label={`Decrypt and save ${name}`}>
        Decrypt and save
      </Button>
      {wrong && (
        <span role="alert" className="text-sm font-medium text-danger">
          {wrong}
        </span>
      )}
    </span>
  )
}
