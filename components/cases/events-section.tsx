'use client'

import { PlainText } from '@/components/ui/prose'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { WithTimes } from '@/components/ui/with-times'
import { useCase } from './case-context'

/** Everything that happened, newest first: who, when, what, and why where a reason was given. */
export function EventsSection() {
  const { view } = useCase()
  return (
    <Section
      title="Events"
      note="Nothing here can be changed or removed; each event is chained to the one before."
    >
      <ol className="grid">
        {view.events.map((event) => (
          <li key={event.position} className="grid gap-0.5 border-b border-line py-2 last:border-b-0">
            <p>
              <b className="font-medium">{event.who}</b> <WithTimes text={event.what} />
            </p>
            {event.prose && <PlainText text={event.prose} className="border-l-2 border-line pl-2" />}
            <p className="text-sm text-muted">
              <Time instant={event.at} zone={view.policy.timeZone} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
