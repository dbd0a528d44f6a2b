'use server'

import { revalidatePath } from 'next/cache'
import { holdsPrivateKey } from '@/domain/encryption/armored-message'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { publishKey, removeKey } from './publish-key'
import { signSecurityTxt, unsignSecurityTxt } from './sign-security-txt'

/** Publishes a key; a private one is never given back, not even to whoever pasted it. */
export async function publishKeyAction(_previous: FormState, form: FormData): Promise<FormState> {
  const secrets = holdsPrivateKey(String(form.get('key') ?? '')) ? ['key'] : []
  return shownAnew(
    await runForm(publishKey, await currentActor(), form, {
      secrets,
      done: ({ fingerprint }) => ({ message: `Published: ${fingerprint}` }),
    }),
  )
}

/** Takes a key out of the public. */
export async function removeKeyAction(_previous: FormState, form: FormData): Promise<FormState> {
  return shownAnew(
    await runForm(removeKey, await currentActor(), form, { done: () => ({ message: 'Removed.' }) }),
  )
}

/** Serves the security.txt that was signed. */
export async function signSecurityTxtAction(_previous: FormState, form: FormData): Promise<FormState> {
  return shownAnew(
    await runForm(signSecurityTxt, await currentActor(), form, {
      done: () => ({ message: 'The signature is right. The signed text is served from now on.' }),
    }),
  )
}

/** Serves the security.txt without a signature again. */
export async function unsignSecurityTxtAction(_previous: FormState, form: FormData): Promise<FormState> {
  return shownAnew(
    await runForm(unsignSecurityTxt, await currentActor(), form, {
      done: () => ({ message: 'The text is served without a signature.' }),
    }),
  )
}

function shownAnew(state: FormState): FormState {
  if (state.status === 'done') revalidatePath('/console', 'layout')
  return state
}
