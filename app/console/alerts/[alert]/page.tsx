import type { Metadata } from 'next'
import Link from 'next/link'
import { AlertFacts } from '@/components/alerts/alert-facts'
import { alertHref } from '@/components/alerts/alert-href'
import { DecisionPart } from '@/components/alerts/decision-part'
import { TriagePart } from '@/components/alerts/triage-part'
import { RatingBadge } from '@/components/severity/rating-badge'
import { Badge } from '@/components/ui/badge'
import { PageHeading, Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { alertSourceLabel, alertStateLabel } from '@/domain/alerts/alert'
import { alertView } from '@/server/alerts/alert-view'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Alert' }

type Props = { params: Promise<{ alert: string }> }

export default async function AlertPage({ params }: Props) {
  const { alert: id } = await params
  const actor = await requirePerson(alertHref(id))
  const alert = await answerOf(alertView(actor, { alert: id }))
  return (
    <div className="grid max-w-3xl gap-8">
      <PageHeading
        title={alert.content.title}
        note={
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href="/console/alerts" prefetch={false}>
              Alerts
            </Link>
            <span>{alert.project.name}</span>
            <span>{alertSourceLabel[alert.source]}</span>
            <Badge>{alertStateLabel[alert.state]}</Badge>
            {alert.rating && <RatingBadge rating={alert.rating} />}
            <Time instant={alert.receivedAt} />
          </p>
        }
      />
      <Section title="What it says">
        <AlertFacts alert={alert} />
      </Section>
      {alert.decision ? (
        <DecisionPart alert={alert} decision={alert.decision} />
      ) : (
        <Section title="What to do">
          <TriagePart alert={alert} />
        </Section>
      )}
    </div>
  )
}
