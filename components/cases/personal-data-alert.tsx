'use client'

import { Callout } from '@/components/ui/callout'
import { Time } from '@/components/ui/time'
import { useCase } from './case-context'

/** A reporter came across personal data: said on the case until it is closed, for somebody may have to report it in time. */
export function PersonalDataAlert() {
  const { view } = useCase()
  const [first] = view.personalData
  if (first === undefined) return null
  return (
    <Callout kind="danger" title="The reporter came across personal data of others">
      <p>
        Said <Time instant={first.at} zone={view.policy.timeZone} />. Find out whose it is and where it is
        now, delete copies, and check whether a data protection authority must be told: in the European Union
        within 72 hours.
      </p>
    </Callout>
  )
}
