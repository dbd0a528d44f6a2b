import { Disclosure } from '@/components/ui/disclosure'
import { creditRoleLabel } from '@/domain/advisories/credit-ledger'
import { creditName } from '@/domain/reports/reporter-terms'
import type { OwnReport } from '@/server/reports/own-report'
import { OwnCreditForm } from './own-credit-form'

/** How the reporter is credited, and until the publication the way to change it. */
export function OwnCredit({ report: { reference, terms, mayCorrectCredit } }: { report: OwnReport }) {
  const { credit } = terms
  const roles = credit.as === 'none' ? '' : credit.roles.map((role) => creditRoleLabel[role]).join(', ')
  const summary = (
    <span className="min-w-0 wrap-anywhere">
      Credit: {creditName(credit) ?? 'not mentioned, as you wish'}
      {roles && <span className="font-normal text-muted"> · {roles}</span>}
    </span>
  )
  if (mayCorrectCredit) return <OwnCreditForm reference={reference} terms={terms} summary={summary} />
  return (
    <Disclosure summary={summary}>
      <p>The advisory is published. To correct the credit there, write to the team.</p>
    </Disclosure>
  )
}
