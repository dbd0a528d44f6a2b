import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'

/** To where it is said when somebody is away: for oneself in the account. */
export function AbsenceLink({ personId, name, isOwn }: { personId: string; name: string; isOwn: boolean }) {
  return (
    <Link
      href={isOwn ? '/console/account#absence' : `/console/people/${personId}/absence`}
      prefetch={false}
      className={buttonClass('secondary', 'small')}
    >
      Absence <span className="sr-only">of {name}</span>
    </Link>
  )
}
