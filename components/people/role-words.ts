import type { Role } from '@/domain/access/actor'

/** What a role is called and what it may, in one line. */
export const roleWords: Record<Role | 'owner', { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'Looks after the desk: projects, people, settings. Leads every project.' },
  lead: { name: 'Lead', may: 'Looks after the team, the policy and all cases of the project.' },
  handler: { name: 'Handler', may: 'Works on cases; on restricted ones only when put on them.' },
  observer: { name: 'Observer', may: 'Reads along; changes nothing.' },
}
