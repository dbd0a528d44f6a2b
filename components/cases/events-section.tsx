'use client'

import { useQuery } from '@tanstack/react-query'
import { usePathname } from 'next/navigation'
import { useReadAgainMs } from '@/components/live/live-provider'
import { ReadFailure } from '@/components/shell/read-failure'
import { PlainText } from '@/components/ui/prose'
import { Section } from '@/components/ui/section'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Time } from '@/components/ui/time'
import { WithTimes } from '@/components/ui/with-times'
import type { EventView } from '@/server/cases/case-view-events'
import { useCase } from './case-context'
import { eventsQueryOptions } from './events-query-options'

/** Everything that happened, newest first: who, when, what, and why where a reason was given. Read when it is looked at first. */
export function EventsSection() {
  const { view } = useCase()
  const path = usePathname()
  const { data, error, refetch } = useQuery({
    ...eventsQueryOptions(view.reference),
    refetchInterval: useReadAgainMs(),
  })
  return (
    <Section
      title="Events"
      note="Nothing here can be changed or removed; each event is chained to the one before."
    >
      {error && (
        <ReadFailure
          error={error}
          what="The events"
          path={`${path}?section=events`}
          isFirst={!data}
          retry={() => void refetch()}
        />
      )}
      {data ? <EventList events={data} /> : !error && <SkeletonRows label="Loading the events" />}
    </Section>
  )
}

function EventList({ events }: { events: readonly EventView[] }) {
  const { policy } = useCase().view
  return (
    <ol className="grid">
      {events.map((event) => (
        <li key={event.position} className="grid gap-0.5 border-b border-line py-2 last:border-b-0">
          <p>
            <b className="font-medium">{event.who}</b> <WithTimes text={event.what} />
          </p>
          {event.prose && <PlainText text={event.prose} className="border-l-2 border-line pl-2" />}
          <p className="text-sm text-muted">
            <Time instant={event.at} zone={policy.timeZone} />
          </p>
        </li>
      ))}
    </ol>
  )
}
