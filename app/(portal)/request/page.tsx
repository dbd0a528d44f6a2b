import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AskedContentList } from '@/components/requests/asked-content'
import { EvidenceFields } from '@/components/requests/evidence-fields'
import { EvidenceForm } from '@/components/requests/evidence-form'
import { RequestStanding } from '@/components/requests/request-standing'
import { TwoZones } from '@/components/reports/two-zones'
import { Button } from '@/components/ui/button'
import { PageHeading, Section } from '@/components/ui/section'
import { requestForms } from '@/domain/requests/request'
import { currentAsker } from '@/server/auth/receipt-cookie'
import { answerOf } from '@/server/kernel/page'
import { leaveRequestAction } from '@/server/requests/actions'
import { ownRequest } from '@/server/requests/own-request'

export const metadata: Metadata = { title: 'My request', robots: { index: false } }

export default async function OwnRequestPage() {
  const asker = await currentAsker()
  if (asker.kind !== 'reporter') redirect('/receipt')
  const request = await answerOf(ownRequest(asker, {}))
  const { asked, project, receivedAt, line, state } = request
  return (
    <div className="grid max-w-3xl gap-10">
      <PageHeading
        title={requestForms[asked.kind].title}
        note={
          <p>
            <a href={`/projects/${project.slug}`} className="text-accent underline">
              {project.name}
            </a>{' '}
            · sent <TwoZones instant={receivedAt} show="absolute" />
          </p>
        }
        actions={
          <form action={leaveRequestAction}>
            <Button type="submit" variant="quiet">
              Leave
            </Button>
          </form>
        }
      />
      <RequestStanding request={request} />
      {asked.kind === 'backport' && state === 'requested' && (
        <Section title="What the newer line breaks, and what shows it">
          <EvidenceForm>
            <EvidenceFields
              breakingChange={asked.content.breakingChange}
              demonstration={asked.content.demonstration}
            />
          </EvidenceForm>
        </Section>
      )}
      <Section title="Your request" note="Word for word, as you sent it.">
        <AskedContentList asked={asked} line={line} />
      </Section>
    </div>
  )
}
