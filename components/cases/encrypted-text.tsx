'use client'

import { ArmoredText } from '@/components/encryption/armored-text'
import { Decrypt } from '@/components/encryption/decrypt'
import { Fingerprint } from '@/components/encryption/key-names'
import { Badge } from '@/components/ui/badge'
import { armoredMessageIn } from '@/domain/encryption/armored-message'
import { PlainText } from '@/components/ui/prose'
import type { EncryptedView } from '@/server/cases/case-view-conversation'
import { useCase } from './case-context'

/** For whom the message was made, said before anybody tries. */
function AddresseeNote({ addressee }: EncryptedView) {
  switch (addressee.to) {
    case 'current':
      return (
        <p className="text-sm text-muted">
          To the key <Fingerprint fingerprint={addressee.fingerprint} />
        </p>
      )
    case 'expired':
      return (
        <p className="max-w-prose">
          <Badge tone="due-soon">To an old key</Badge> It was made for{' '}
          <Fingerprint fingerprint={addressee.fingerprint} />, which was not offered any more when it came.
          Whoever still holds that private key can open it.
        </p>
      )
    case 'unknown':
      return (
        <p className="max-w-prose">
          <Badge tone="overdue">To an unknown key</Badge> It is encrypted to no key this project ever
          published here. If nobody of you holds that key, ask for it again.
        </p>
      )
    case 'hidden':
      return (
        <p className="max-w-prose">
          <Badge>Addressee hidden</Badge> The message does not say to which key it is encrypted. Trying tells.
        </p>
      )
  }
}

const words = { download: 'Download the message', asArrived: 'The message as it arrived' }

/** Something a reporter sent encrypted: for whom, the way to read it, and the message itself. */
export function EncryptedText({ text, encrypted }: { text: string; encrypted: EncryptedView }) {
  const { reference } = useCase().view
  const armored = armoredMessageIn(text) ?? text
  const around = text.replace(armored, '').trim()
  return (
    <div className="grid gap-2">
      <AddresseeNote addressee={encrypted.addressee} />
      {around !== '' && <PlainText text={around} />}
      <Decrypt armored={armored} />
      <ArmoredText armored={armored} name={reference} words={words} />
    </div>
  )
}
