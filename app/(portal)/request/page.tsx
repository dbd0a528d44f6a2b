import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AskedContentList } from '@/components/requests/asked-content'
import { EvidenceFields } from '@/components/requests/evidence-fields'
import { EvidenceForm } from '@/components/requests/evidence-form'
import { RequestStanding } from '@/components/requests/request-standing'
import { TwoZones } from '@/components/reports/two-zones'
import { pageLanguage } from '@/components/shell/page-language'
import { Button } from '@/components/ui/button'
import { PageHeading, Section } from '@/components/ui/section'
import { currentAsker } from '@/server/auth/receipt-cookie'
import { answerOf } from '@/server/kernel/page'
import { leaveRequestAction } from '@/server/requests/actions'
import { ownRequest } from '@/server/requests/own-request'

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('ownRequest.title'), robots: { index: false } }
}

export default async function OwnRequestPage() {
  const asker = await currentAsker()
  if (asker.kind !== 'reporter') redirect('/receipt')
  const request = await answerOf(ownRequest(asker, {}))
  const { asked, project, receivedAt, line, state } = request
  const { t, words } = await pageLanguage()
  return (
    <div className="grid max-w-3xl gap-10">
      <PageHeading
        title={t(`requestForms.${asked.kind}`)}
        note={
          <p>
            <a href={`/projects/${project.slug}`} className="text-accent underline">
              {project.name}
            </a>{' '}
            {t.rich('ownRequest.sent', { when: () => <TwoZones instant={receivedAt} show="absolute" /> })}
          </p>
        }
        actions={
          <form id="leave-request" action={leaveRequestAction}>
            <Button type="submit" variant="secondary">
              {t('ownRequest.leave')}
            </Button>
          </form>
        }
      />
      <RequestStanding request={request} />
      {asked.kind === 'backport' && state === 'requested' && (
        <Section title={t('ownRequest.evidence')}>
          <EvidenceForm words={words.evidence}>
            <EvidenceFields
              breakingChange={asked.content.breakingChange}
              demonstration={asked.content.demonstration}
            />
          </EvidenceForm>
        </Section>
      )}
      <Section title={t('ownRequest.yours')} note={t('ownRequest.yoursNote')}>
        <AskedContentList asked={asked} line={line} />
      </Section>
    </div>
  )
}
