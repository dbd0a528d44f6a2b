'use client'

import type { PrivateKey } from 'openpgp'
import { useId, useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { controlClass, Field } from '@/components/ui/field'
import { useUnlockedKeys } from './unlocked-keys'

/**
 * Opens a private key in this page. Its fields have no names, and nothing of them is sent: the form exists for the Enter key alone.
 */
export function UnlockForm({ onDone }: { onDone: (key: PrivateKey) => void }) {
  const { add } = useUnlockedKeys()
  const id = useId()
  const [wrong, setWrong] = useState<string | null>(null)
  const [isOpening, setOpening] = useState(false)

  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const control = (part: string) => form.querySelector(`#${CSS.escape(`${id}-${part}`)}`)
    const pasted = (control('key') as HTMLTextAreaElement).value.trim()
    const file = (control('file') as HTMLInputElement).files?.[0]
    const passphrase = (control('passphrase') as HTMLInputElement).value
    if (pasted === '' && !file) return setWrong('Choose the file of your private key, or paste it.')
    setOpening(true)
    try {
      const { unlockKey } = await import('./decrypt-message')
      const given = pasted !== '' ? pasted : new Uint8Array(await file!.arrayBuffer())
      const unlocked = await unlockKey(given, passphrase)
      if (!unlocked.ok) return setWrong(unlocked.refusal.reason)
      form.reset()
      add(unlocked.value)
      onDone(unlocked.value)
    } catch {
      setWrong('The program that decrypts could not be loaded. Check your connection and try again.')
    } finally {
      setOpening(false)
    }
  }

  const errors = wrong === null ? [] : [wrong]
  return (
    <form onSubmit={open} className="grid gap-3 rounded-md bg-sunken p-3" autoComplete="off">
      <p className="max-w-prose text-sm text-muted">
        The key and its passphrase stay in this page: they are never sent or stored, and leaving the page
        forgets them.
      </p>
      <Field id={`${id}-file`} label="Private key, as a file" errors={[]}>
        <input id={`${id}-file`} type="file" accept=".asc,.gpg,.pgp,.key" className={controlClass} />
      </Field>
      <Field id={`${id}-key`} label="Or pasted" errors={errors}>
        <textarea
          id={`${id}-key`}
          rows={3}
          spellCheck={false}
          className={`${controlClass} font-mono`}
          aria-invalid={wrong !== null || undefined}
          aria-describedby={wrong === null ? undefined : `${id}-key-error`}
        />
      </Field>
      <Field id={`${id}-passphrase`} label="Passphrase" optional errors={[]}>
        <input id={`${id}-passphrase`} type="password" autoComplete="off" className={controlClass} />
      </Field>
      <div>
        <Button type="submit" size="small" aria-disabled={isOpening || undefined}>
          <span aria-live="polite">{isOpening ? 'Opening…' : 'Decrypt with this key'}</span>
        </Button>
      </div>
    </form>
  )
}
