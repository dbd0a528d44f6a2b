'use client'

import type { PrivateKey } from 'openpgp'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { PlainText } from '@/components/ui/prose'
import { useViewerZone } from '@/components/ui/viewer-zone'
import { cleanText } from '@/lib/text'
import { UnlockForm } from './unlock-form'
import { useUnlockedKeys } from './unlocked-keys'

/** Decrypts a message in this page and shows it as plain text. Nothing of it is sent or kept; without scripts there is only the download. */
export function Decrypt({ armored }: { armored: string }) {
  const { round } = useUnlockedKeys()
  const isLive = useViewerZone() !== null
  return isLive && <DecryptHere key={round} armored={armored} />
}

function DecryptHere({ armored }: { armored: string }) {
  const { keys, forget } = useUnlockedKeys()
  const [isAsking, setAsking] = useState(false)
  const [shown, setShown] = useState<{ text: string } | { reason: string } | null>(null)

  async function decryptWith(chosen: readonly PrivateKey[]) {
    try {
      const { decryptMessage } = await import('./decrypt-message')
      const opened = await decryptMessage(armored, chosen)
      setShown(
        opened.ok
          ? { text: cleanText(new TextDecoder().decode(opened.value.bytes)) }
          : { reason: opened.refusal.reason },
      )
    } catch {
      setShown({
        reason: 'The program that decrypts could not be loaded. Check your connection and try again.',
      })
    }
  }

  return (
    <div className="grid gap-2">
      {shown && 'text' in shown ? (
        <section
          aria-label="Decrypted"
          className="grid gap-2 rounded-md border border-dashed border-inside p-3"
        >
          <p className="text-sm font-semibold text-inside">Decrypted, on this page only</p>
          <PlainText text={shown.text} />
          <div>
            <Button size="small" onClick={forget}>
              Forget the key and the text
            </Button>
          </div>
        </section>
      ) : (
        <>
          {shown && (
            <p role="alert" className="font-medium text-danger">
              <span aria-hidden="true">✕ </span>
              {shown.reason}
            </p>
          )}
          <div className="flex flex-wrap gap-2">
            {keys.length > 0 && (
              <Button size="small" onClick={() => void decryptWith(keys)}>
                Decrypt
              </Button>
            )}
            <Button size="small" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
              {keys.length > 0 ? 'Use another private key' : 'Decrypt here with a private key'}
            </Button>
          </div>
          {isAsking && (
            <UnlockForm
              onDone={(key) => {
                setAsking(false)
                void decryptWith([...keys, key])
              }}
            />
          )}
        </>
      )}
    </div>
  )
}
