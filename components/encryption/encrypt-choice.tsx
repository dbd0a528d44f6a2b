import { Disclosure } from '@/components/ui/disclosure'
import type { Catalogue } from '@/domain/languages/en'
import { fillIn } from '@/lib/ui-words'
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
  words: Catalogue['encryption']
}

/** How to send something encrypted: here in the browser, or as a message made elsewhere, which needs no script. */
export function EncryptChoice({ keys, field, readable, open, words }: Props) {
  if (keys.length === 0) return null
  const [before, after] = fillIn(words.ownProgram, { field }).split('{command}')
  return (
    <Disclosure summary={words.title} open={open}>
      <EncryptHere label={words.here} hint={fillIn(words.hint, { field, readable })} />
      <p className="max-w-prose">
        {before}
        <code className="font-mono text-[0.9375em]">gpg --armor --encrypt</code>
        {after}
      </p>
      <KeyNames keys={keys} words={words} />
    </Disclosure>
  )
}
