import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AdvisoryDocument } from '@/components/advisories/advisory-document'
import { CommentDraftForm } from '@/components/reports/comment-draft-form'
import { pageLanguage } from '@/components/shell/page-language'
import { Callout } from '@/components/ui/callout'
import { advisoryProse } from '@/server/advisories/advisory-prose'
import { currentReporter, reporterIn } from '@/server/auth/receipt-cookie'
import { answerOf } from '@/server/kernel/page'
import { ownDraft } from '@/server/reports/own-draft'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('ownDraft.title'), robots: { index: false } }
}

type Props = { searchParams: Promise<{ case?: string | string[] }> }

/** The draft the team shares with a reporter, and where they say what they think of it. */
export default async function OwnDraftPage({ searchParams }: Props) {
  const holder = await currentReporter()
  if (holder.kind !== 'reporter') redirect('/receipt')
  const { case: named } = await searchParams
  const reference = typeof named === 'string' ? named : undefined
  const reporter = reference === undefined ? holder : await reporterIn(holder, reference)
  const { version, document } = await answerOf(ownDraft(reporter, {}))
  const { t, words } = await pageLanguage()
  return (
    <div className="grid gap-8">
      <Callout title={t('ownDraft.keep')}>
        <p>
          {t.rich('ownDraft.note', {
            version,
            back: (said) => (
              <a
                href={reference === undefined ? '/report' : `/report?case=${encodeURIComponent(reference)}`}
                className="text-accent underline"
              >
                {said}
              </a>
            ),
          })}
        </p>
      </Callout>
      <AdvisoryDocument document={document} prose={advisoryProse(document)} isLatest isDraft />
      <div className="max-w-2xl">
        <CommentDraftForm
          reference={reference}
          version={version}
          submission={randomBytes(18).toString('base64url')}
          words={words.draftComment}
        />
      </div>
    </div>
  )
}
