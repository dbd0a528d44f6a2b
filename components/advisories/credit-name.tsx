import { creditRoleLabel, type CreditRole, type PublicCredit } from '@/domain/advisories/credit-ledger'

/** A name as its bearer wishes it, with their link if it leads to the web. */
export function CreditName({ name, link }: Pick<PublicCredit, 'name' | 'link'>) {
  if (!link || !/^https?:/i.test(link)) return name
  return (
    <a href={link} rel="nofollow noreferrer" className="text-accent underline">
      {name}
    </a>
  )
}

/** What they did, in words: `finder, reporter`. */
export const creditedFor = (roles: readonly CreditRole[]): string =>
  roles.map((role) => creditRoleLabel[role].toLowerCase()).join(', ')
