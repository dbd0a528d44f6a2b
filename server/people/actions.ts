'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { currentActor, currentPerson } from '@/server/auth/current-actor'
import { forgetLinkToken, linkToken } from '@/server/auth/link-cookie'
import { signInWith } from '@/server/auth/sign-in'
import { refusedForm, runForm } from '@/server/kernel/action'
import { forbidden, refused } from '@/server/kernel/problem'
import { acceptInvitation } from './accept-invitation'
import { changeOwnership } from './change-ownership'
import { changePassword } from './change-password'
import { changePasswordThrottle } from './change-password-throttle'
import { changeRole } from './change-role'
import { endOtherSessions, endSession } from './end-sessions'
import { inviteOwner } from './invite-owner'
import { inviteToTeam } from './invite-to-team'
import { joinByInvitation } from './join-by-invitation'
import { removeMember } from './remove-member'
import { removePerson } from './remove-person'
import { revokeInvitation, revokeOwnerInvitation } from './revoke-invitation'
import { endAbsence, setAbsence } from './set-absence'
import { endAbsenceOf, setAbsenceOf } from './set-absence-of'
import { setUpInstance } from './set-up-instance'
import { updateProfile } from './update-profile'

type Made = { invitationId: string; link: string; mailedTo: string | null }

const linkGone = refused(
  'This browser no longer knows your link. Open the link again; what you typed has to be typed again only if you leave this page.',
).problem

/** Makes the first owner and signs them in. */
export async function setUpAction(_previous: FormState, form: FormData): Promise<FormState> {
  return comeIn('set-up', form)
}

/** Makes an invited person's account and signs them in. */
export async function acceptInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return comeIn('invitation', form)
}

async function comeIn(kind: 'set-up' | 'invitation', form: FormData): Promise<FormState> {
  const token = await linkToken(kind)
  if (!token) return refusedForm(linkGone, form, ['password'])
  const command = kind === 'set-up' ? setUpInstance : acceptInvitation
  const state = await runForm(command, { kind: 'anyone' }, withFields(form, { token }), {
    secrets: ['password', 'token'],
  })
  if (state.status !== 'done') return state
  await forgetLinkToken(kind)
  const problem = await signInWith(state.data?.address ?? '', String(form.get('password')))
  redirect(problem ? '/sign-in' : '/console')
}

/** Accepts an invitation with the account that is signed in. */
export async function joinAction(_previous: FormState, form: FormData): Promise<FormState> {
  const token = await linkToken('invitation')
  if (!token) return refusedForm(linkGone, form)
  const given = withFields(form, { token })
  const state = await runForm(joinByInvitation, await currentActor(), given, { secrets: ['token'] })
  if (state.status !== 'done') return state
  await forgetLinkToken('invitation')
  redirect('/console')
}

/** Saves one's own name and time zone. */
export async function updateProfileAction(_previous: FormState, form: FormData): Promise<FormState> {
  const state = await runForm(updateProfile, await currentActor(), form, {
    done: (profile) => ({ message: 'Saved.', data: profile }),
  })
  if (state.status === 'done') revalidatePath('/console', 'layout')
  return state
}

/** Saves when one is out of office, and who stands in. */
export async function setAbsenceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(
    await runForm(setAbsence, await currentActor(), form, { done: () => ({ message: 'Saved.' }) }),
  )
}

/** Ends one's absence. */
export async function endAbsenceAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(endAbsence, await currentActor(), form))
}

/** Says when somebody else is out of office, and who stands in. */
export async function setAbsenceOfAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(
    await runForm(setAbsenceOf, await currentActor(), form, { done: () => ({ message: 'Saved.' }) }),
  )
}

/** Ends the absence of somebody else. */
export async function endAbsenceOfAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(endAbsenceOf, await currentActor(), form))
}

const passwords = ['currentPassword', 'newPassword', 'sessionId']

/** Sets a new password; every other session ends. */
export async function changePasswordAction(_previous: FormState, form: FormData): Promise<FormState> {
  const person = await currentPerson()
  if (!person) return refusedForm(signedOut, form, passwords)
  const throttled = await changePasswordThrottle(person.actor.personId)
  if (throttled) return refusedForm(throttled, form, passwords)
  const given = withFields(form, { sessionId: person.sessionId })
  return runForm(changePassword, person.actor, given, {
    secrets: passwords,
    done: () => ({ message: 'Your password is changed. Every other session has ended.' }),
  })
}

/** Ends one of one's own sessions. */
export async function endSessionAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(endSession, await currentActor(), form))
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessionsAction(_previous: FormState, form: FormData): Promise<FormState> {
  const person = await currentPerson()
  if (!person) return refusedForm(signedOut, form)
  const given = withFields(form, { sessionId: person.sessionId })
  return refreshed(await runForm(endOtherSessions, person.actor, given, { secrets: ['sessionId'] }))
}

/** Invites an owner, and hands back the link. */
export async function inviteOwnerAction(
  _previous: FormState<Made>,
  form: FormData,
): Promise<FormState<Made>> {
  return refreshed(await runForm(inviteOwner, await currentActor(), form))
}

/** Invites somebody to a team, and hands back the link. */
export async function inviteToTeamAction(
  _previous: FormState<Made>,
  form: FormData,
): Promise<FormState<Made>> {
  return refreshed(await runForm(inviteToTeam, await currentActor(), form))
}

/** Revokes an invitation to a team. */
export async function revokeInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(revokeInvitation, await currentActor(), form))
}

/** Revokes an invitation of an owner. */
export async function revokeOwnerInvitationAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(revokeOwnerInvitation, await currentActor(), form))
}

/** Changes what a member of a team may do. */
export async function changeRoleAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(changeRole, await currentActor(), form))
}

/** Takes somebody out of a team. */
export async function removeMemberAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(removeMember, await currentActor(), form))
}

/** Makes somebody an owner, or no owner any more. */
export async function changeOwnershipAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(changeOwnership, await currentActor(), form))
}

/** Removes an account; all its sessions end at once. */
export async function removePersonAction(_previous: FormState, form: FormData): Promise<FormState> {
  return refreshed(await runForm(removePerson, await currentActor(), form))
}

const signedOut = forbidden(
  'You are signed out. Sign in again in another tab, then send this once more.',
).problem

function refreshed<Data>(state: FormState<Data>): FormState<Data> {
  if (state.status === 'done') revalidatePath('/console', 'layout')
  return state
}

/** The form with fields the browser does not get to choose. */
function withFields(form: FormData, fields: Record<string, string>): FormData {
  const given = new FormData()
  for (const [name, value] of form) given.append(name, value)
  for (const [name, value] of Object.entries(fields)) given.set(name, value)
  return given
}
