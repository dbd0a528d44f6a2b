import type { Metadata } from 'next'
import { StopNewsForm } from '@/components/reporters/stop-news-form'
import { PageHeading } from '@/components/ui/section'

export const metadata: Metadata = {
  title: 'No more mails',
  robots: { index: false },
}

/** Where the link in every mail to a reporter arrives. Stopping takes a press, because mail scanners open links too. */
export default async function NoMailPage({ params }: { params: Promise<{ key: string }> }) {
  return (
    <div className="mx-auto grid max-w-xl gap-6">
      <PageHeading
        title="No more mails"
        note={
          <p>
            You then hear nothing of news about this report by mail. Your receipt still opens it, and there
            you can turn the mails on again.
          </p>
        }
      />
      <StopNewsForm stopKey={(await params).key} />
    </div>
  )
}
