'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { useCasePlace } from '@/components/cases/case-place'
import { ActLink, ActSubmit } from '@/components/cases/may-button'
import { Section } from '@/components/ui/section'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { correctAdvisoryAction, withdrawAdvisoryAction } from '@/server/advisories/actions'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'

const kinds: Record<string, string> = {
  announcement: 'Announced',
  correction: 'Correction',
  withdrawal: 'Withdrawn',
  late_fix: 'A further fix',
}

/** What went public so far, and the two ways to change it: both stay visible. */
export function Revisions({ advisory }: { advisory: AdvisoryView }) {
  const { view } = useCase()
  const { form, to } = useCasePlace()
  const isWithdrawn = advisory.revisions[0]?.kind === 'withdrawal'
  return (
    <Section
      title="Published"
      level={3}
      actions={
        <a
          href={advisoryPath({ id: advisory.publicId, projectSlug: view.project.slug })}
          className="text-accent underline"
        >
          The public page
        </a>
      }
    >
      <ol reversed className="grid gap-1">
        {advisory.revisions.map(({ number, kind, note, at }) => (
          <li key={number}>
            {number}. {kinds[kind] ?? kind}, <Time instant={at} zone={view.policy.timeZone} />
            {note && <span className="text-muted">: {note}</span>}
          </li>
        ))}
      </ol>
      {!isWithdrawn && (
        <div className="flex flex-wrap gap-2">
          <ActLink
            act="revise_advisory"
            size="small"
            href={to({ form: form === 'correct' ? null : 'correct' })}
          >
            Publish a correction
          </ActLink>
          <ActLink
            act="revise_advisory"
            size="small"
            href={to({ form: form === 'withdraw' ? null : 'withdraw' })}
          >
            Withdraw
          </ActLink>
        </div>
      )}
      {form === 'correct' && (
        <CaseForm id="correct" action={correctAdvisoryAction} done="The correction is published." closes>
          <p className="text-muted">
            Publishes what the draft, the lines, the severity and the credits say now as revision{' '}
            {advisory.revisions.length + 1}. Save the draft first.
          </p>
          <TextArea name="note" label="What changes" hint="Readers see it." rows={2} />
          <div>
            <ActSubmit act="revise_advisory" variant="secondary" pendingLabel="Publishing…">
              Publish the correction
            </ActSubmit>
          </div>
        </CaseForm>
      )}
      {form === 'withdraw' && (
        <CaseForm id="withdraw" action={withdrawAdvisoryAction} done="The advisory is withdrawn." closes>
          <p className="text-muted">It stays readable with the reason, and is not revised any more.</p>
          <TextArea name="note" label="Why it is withdrawn" hint="Readers see it." rows={2} />
          <div>
            <ActSubmit act="revise_advisory" variant="danger" pendingLabel="Withdrawing…">
              Withdraw the advisory
            </ActSubmit>
          </div>
        </CaseForm>
      )}
    </Section>
  )
}
