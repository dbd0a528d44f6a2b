import type { Role } from '@/domain/access/actor'
import type { Instant } from '@/lib/instant'
import { utcText } from '@/lib/utc-text'

const tasks: Record<Role | 'owner', string> = {
  owner: 'an owner, who looks after the desk itself: projects, people and settings',
  lead: 'a lead, who looks after the team, the policy and all cases',
  handler: 'a handler, who works on cases',
  observer: 'an observer, who reads along',
}

/** The mail that carries an invitation's link. */
export function invitationMail(invitation: {
  inviter: string | null
  project: string | null
  role: Role | 'owner'
  link: string
  expiresAt: Instant
}): { subject: string; body: string } {
  const { inviter, project, role, link, expiresAt } = invitation
  const place = project === null ? 'this disclosure desk' : `the security team of ${project}`
  return {
    subject:
      project === null
        ? 'An invitation to a disclosure desk'
        : `An invitation to the security team of ${project}`,
    body: [
      `${inviter ?? 'An owner'} invites you to ${place}, as ${tasks[role]}.`,
      `Open this link to accept. It works once, until ${utcText(expiresAt)}:`,
      link,
      'If you do not know what this is about, do nothing. Nobody gets an account without opening the link.',
    ].join('\n\n'),
  }
}

/** The mail that carries a sign-in link. */
export const signInMail = (link: string, validMinutes: number): { subject: string; body: string } => ({
  subject: 'Your link to sign in',
  body: [
    'Somebody, most likely you, asked for a link to sign in to the disclosure desk.',
    `It works once, for ${validMinutes} minutes:`,
    link,
    'If it was not you, do nothing: without this mail nobody gets in.',
  ].join('\n\n'),
})
