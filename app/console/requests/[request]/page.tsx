import type { Metadata } from 'next'
import Link from 'next/link'
import { AnswerPart } from '@/components/requests/answer-part'
import { AskedContentList } from '@/components/requests/asked-content'
import { requestHref } from '@/components/requests/request-href'
import { Badge } from '@/components/ui/badge'
import { PageHeading, Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { requestForms, requestStateLabel } from '@/domain/requests/request'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { requestView } from '@/server/requests/request-view'

type Props = { params: Promise<{ request: string }> }

export const metadata: Metadata = { title: 'Request' }

export default async function RequestPage({ params }: Props) {
  const { request: id } = await params
  const actor = await requirePerson(requestHref(id))
  const request = await answerOf(requestView(actor, { request: id }))
  const { asked, project, contact, receivedAt, state, backport } = request
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHeading
        title={requestForms[asked.kind].title}
        note={
          <p className="flex flex-wrap items-center gap-x-3">
            <Link href="/console/requests" prefetch={false}>
              Requests
            </Link>
            <span>{project.name}</span>
            <Badge>{requestStateLabel[state]}</Badge>
            <span>
              {contact?.name ?? contact?.email ?? 'anonymous'}, <Time instant={receivedAt} />
            </span>
          </p>
        }
      />
      <Section title="What is asked" note="Word for word, as it was sent.">
        <AskedContentList asked={asked} line={backport?.line ?? null} />
        <p className="text-muted">
          {contact?.email
            ? `Hears by mail at ${contact.email} that there is an answer.`
            : 'Left no address: they read the answer with their receipt.'}
        </p>
      </Section>
      <AnswerPart request={request} />
    </div>
  )
}
