import type { Metadata } from 'next'
import { AdvisoryDocument } from '@/components/advisories/advisory-document'
import { Callout } from '@/components/ui/callout'
import { advisoryPreview } from '@/server/advisories/advisory-preview'
import { advisoryProse } from '@/server/advisories/advisory-prose'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Preview of the advisory' }

/** The draft as readers will see it. */
export default async function PreviewPage({ params }: { params: Promise<{ case: string }> }) {
  const { case: name } = await params
  const actor = await requirePerson(`/console/cases/${encodeURIComponent(name)}/preview`)
  const document = await answerOf(advisoryPreview(actor, { case: name }))
  return (
    <div className="grid gap-6">
      <Callout title="A preview: nothing of this is public">
        <p>
          As the saved draft, the lines, the severity and the credits stand now.{' '}
          <a href={`/console/cases/${encodeURIComponent(name)}?section=advisory`}>Back to the advisory</a>
        </p>
      </Callout>
      <AdvisoryDocument document={document} prose={advisoryProse(document)} isLatest isDraft />
    </div>
  )
}
