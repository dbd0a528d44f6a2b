import type { PublicCredit } from '@/domain/advisories/credit-ledger'

/** A name as its bearer wishes it, with their link if it leads to the web. */
export function CreditName({ name, link }: Pick<PublicCredit, 'name' | 'link'>) {
  if (!link || !/^https?:/i.test(link)) return name
  return (
    <a href={link} rel="nofollow noreferrer" className="text-accent underline">
      {name}
    </a>
  )
}
