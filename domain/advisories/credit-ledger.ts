import { z } from 'zod'

/** What somebody did; the words of CVE 5.2 credits, which every export maps from. */
export const creditRoles = [
  'finder',
  'reporter',
  'analyst',
  'coordinator',
  'remediation_developer',
  'remediation_reviewer',
  'remediation_verifier',
  'tool',
  'sponsor',
  'other',
] as const
export type CreditRole = (typeof creditRoles)[number]

export const creditConsents = ['asked', 'accepted', 'declined'] as const
export type CreditConsent = (typeof creditConsents)[number]

/** A person or tool in the ledger of a case; one ledger renders to every export. */
export interface CreditEntry {
  /** As they wish to be named. */
  name: string
  link: string | null
  roles: readonly CreditRole[]
  consent: CreditConsent
}

/** A credit as everybody may read it. */
export const publicCreditSchema = z.object({
  name: z.string(),
  link: z.string().nullable(),
  roles: z.array(z.enum(creditRoles)).min(1),
})
export type PublicCredit = z.infer<typeof publicCreditSchema>

/** A tool has nobody to ask. */
const isTool = ({ roles }: CreditEntry): boolean => roles.length > 0 && roles.every((role) => role === 'tool')

/** Who has not answered yet whether and how they want to be named. */
export const openConsents = (ledger: readonly CreditEntry[]): CreditEntry[] =>
  ledger.filter((entry) => entry.consent === 'asked' && !isTool(entry))

/** The credits that may be printed: accepted, or tools not declined; the roles in the order of `creditRoles`, none twice. */
export const publicCredits = (ledger: readonly CreditEntry[]): PublicCredit[] =>
  ledger
    .filter((entry) => entry.consent === 'accepted' || (entry.consent === 'asked' && isTool(entry)))
    .map(({ name, link, roles }) => ({
      name,
      link,
      roles: creditRoles.filter((role) => roles.includes(role)),
    }))

/** The role's word as it stands on screens. */
export const creditRoleLabel: Readonly<Record<CreditRole, string>> = {
  finder: 'Finder',
  reporter: 'Reporter',
  analyst: 'Analyst',
  coordinator: 'Coordinator',
  remediation_developer: 'Fix developer',
  remediation_reviewer: 'Fix reviewer',
  remediation_verifier: 'Fix verifier',
  tool: 'Tool',
  sponsor: 'Sponsor',
  other: 'Other',
}
