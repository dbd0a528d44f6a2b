import { Disclosure } from '@/components/ui/disclosure'
import type { OfferedKey } from '@/server/encryption/project-keys'
import { EncryptHere } from './encrypt-here'
import { KeyNames } from './key-names'

type Props = {
  keys: readonly OfferedKey[]
  /** What the text field is called. */
  field: string
  /** What stays readable for the desk. */
  readable: string
  open?: boolean
}

/** How to send something encrypted: here in the browser, or as a message made elsewhere, which needs no script. */
export function EncryptChoice({ keys, field, readable, open }: Props) {
  if (keys.length === 0) return null
  return (
    <Disclosure summary="Encrypt it for the team" open={open}>
      <EncryptHere
        hint={`${field} and files leave this machine as ciphertext that only the team’s key opens. ${readable} Afterwards you cannot read them here either.`}
      />
      <p className="max-w-prose">
        Or encrypt it with your own program, for example{' '}
        <code className="font-mono text-[0.9375em]">gpg --armor --encrypt</code>, and paste the message into “
        {field}”; or leave that empty and attach the message as a file.
      </p>
      <KeyNames keys={keys} />
    </Disclosure>
  )
}
