'use server'

import { revalidatePath } from 'next/cache'
import type { FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { runForm } from '@/server/kernel/action'
import { chooseNotifications } from './choices'
import { markAllRead, markRead } from './mark-read'

/** Saves how one is told of what. */
export async function chooseNotificationsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(chooseNotifications, await currentActor(), form, {
    lists: ['console', 'mail'],
    done: () => ({ message: 'Saved.' }),
  })
  if (state.status === 'done') revalidatePath('/console/account')
  return state
}

/** Marks one notification as read. */
export async function markReadAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(markRead, await currentActor(), form))
}

/** Marks all notifications as read. */
export async function markAllReadAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(markAllRead, await currentActor(), form))
}

function refreshed(state: FormState): FormState {
  if (state.status === 'done') revalidatePath('/console/notifications')
  return state
}
