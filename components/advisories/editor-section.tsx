'use client'

import { useCase } from '@/components/cases/case-context'
import { useCasePlace } from '@/components/cases/case-place'
import { PlaceLink } from '@/components/cases/place-link'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { SchedulePart } from '@/components/embargo/schedule-part'
import { ApprovalPart } from './editor-approval'
import { CreditLedger } from './editor-credits'
import { MissingList } from './editor-missing'
import { AdvisoryForm } from './editor-form'
import { Revisions } from './editor-revisions'
import { SharingPart } from './editor-sharing'

/** The advisory from its first word to its last revision. */
export function AdvisorySection() {
  const { view } = useCase()
  const { form, to } = useCasePlace()
  const { advisory } = view
  if (advisory === null)
    return (
      <Section title="Advisory">
        <EmptyState title="No advisory yet">
          It begins with the confirmation: then it has an id, a draft with the case’s title, and the reporters
          in its credits.
        </EmptyState>
      </Section>
    )
  return (
    <Section
      title="Advisory"
      className="gap-6"
      note={
        <>
          <span className="font-mono">{advisory.publicId}</span> · version {advisory.version}
          {advisory.editedBy && advisory.editedAt && (
            <>
              {' '}
              by {advisory.editedBy}, <Time instant={advisory.editedAt} zone={view.policy.timeZone} />
            </>
          )}
        </>
      }
      actions={
        <a
          href={`/console/cases/${view.reference}/preview`}
          target="_blank"
          className="text-accent underline"
        >
          Preview
        </a>
      }
    >
      {view.announcedAt !== null && <Revisions advisory={advisory} />}
      <MissingList advisory={advisory} />
      <AdvisoryForm advisory={advisory} />
      <CreditLedger advisory={advisory} />
      {view.announcedAt === null && (
        <>
          <SharingPart />
          <ApprovalPart advisory={advisory} isAsked={form === 'approve'} />
          <SchedulePart advisory={advisory} isAsked={form === 'schedule'} />
        </>
      )}
      <p className="text-muted">
        The texts for the release notes stand{' '}
        <PlaceLink href={to({ section: 'fix', form: null })} className="text-accent underline">
          with the fix
        </PlaceLink>
        .
      </p>
    </Section>
  )
}
