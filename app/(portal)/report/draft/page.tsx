import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdvisoryDocument } from '@/components/advisories/advisory-document'
import { CommentDraftForm } from '@/components/reports/comment-draft-form'
import { Callout } from '@/components/ui/callout'
import { advisoryProse } from '@/server/advisories/advisory-prose'
import { currentReporter, reporterIn } from '@/server/auth/receipt-cookie'
import { answerOf } from '@/server/kernel/page'
import { ownDraft } from '@/server/reports/own-draft'

export const metadata: Metadata = { title: 'Draft of the advisory', robots: { index: false } }

type Props = { searchParams: Promise<{ case?: string }> }

/** The draft the team shares with a reporter, and where they say what they think of it. */
export default async function OwnDraftPage({ searchParams }: Props) {
  const holder = await currentReporter()
  if (holder.kind !== 'reporter') redirect('/receipt')
  const { case: reference } = await searchParams
  const reporter = reference === undefined ? holder : await reporterIn(holder, reference)
  const { version, document } = await answerOf(ownDraft(reporter, {}))
  return (
    <div className="grid gap-8">
      <Callout title="A draft, shared with you: keep it to yourself">
        <p>
          Version {version}, as the team saved it last. Nothing of it is public yet.{' '}
          <a
            href={reference === undefined ? '/report' : `/report?case=${encodeURIComponent(reference)}`}
            className="text-accent underline"
          >
            Back to your report
          </a>
        </p>
      </Callout>
      <AdvisoryDocument document={document} prose={advisoryProse(document)} isLatest />
      <div className="max-w-2xl">
        <CommentDraftForm
          reference={reference}
          version={version}
          submission={randomBytes(18).toString('base64url')}
        />
      </div>
    </div>
  )
}
