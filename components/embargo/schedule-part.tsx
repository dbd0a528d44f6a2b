'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { useFocusWhen } from '@/components/cases/focus-when'
import { localInput } from '@/components/cases/local-input'
import { ActSubmit } from '@/components/cases/may-button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { offeredTimeZones } from '@/lib/time-zones'
import { cancelScheduleAction, scheduleAction } from '@/server/advisories/actions'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'

/** When it goes out: scheduled, moved, suspended. Never before the earliest announcement; warnings are read once. */
export function SchedulePart({ advisory, isAsked }: { advisory: AdvisoryView; isAsked: boolean }) {
  const { view } = useCase()
  const box = useFocusWhen(isAsked)
  const { schedule, notBefore, suggestedAt, timeZone } = advisory
  const zone = schedule?.timeZone ?? timeZone
  const suggested = schedule?.at ?? suggestedAt
  return (
    <Section title="Announcement" level={3}>
      <div ref={box} tabIndex={-1} className="grid gap-3">
        {schedule && schedule.suspendedAt === null && (
          <p>
            Scheduled for <Time instant={schedule.at} zone={schedule.timeZone} />, by {schedule.by}. The gates
            are asked again at that moment.
          </p>
        )}
        {schedule?.suspendedAt && (
          <Callout kind="danger" title="The schedule is suspended">
            <p>
              It was <Time instant={schedule.at} zone={schedule.timeZone} show="absolute" />. These gates are
              not met:{' '}
              {view.gates
                .filter(({ code }) => schedule.suspendedGates.includes(code))
                .map(({ title }) => title.toLowerCase())
                .join(', ')}
              . Nothing was published. Schedule it again when they are.
            </p>
          </Callout>
        )}
        <p className="text-muted">
          {notBefore.at ? (
            <>
              Not before <Time instant={notBefore.at} zone={timeZone} />.
            </>
          ) : notBefore.waitsFor.length > 0 ? (
            `The earliest announcement is known once these are released: ${notBefore.waitsFor.join(', ')}.`
          ) : (
            'No line is to be fixed, so nothing has to be waited for.'
          )}
        </p>
        <CaseForm
          id="schedule"
          action={scheduleAction}
          done="Scheduled."
          className="group/schedule grid gap-3"
        >
          <DateTimeField
            zones={offeredTimeZones}
            name="at"
            zoneName="timeZone"
            label={schedule ? 'Move it to' : 'Announce at'}
            zone={zone}
            defaultValue={suggested ? localInput(suggested, zone) : undefined}
            min={notBefore.at ? localInput(notBefore.at, zone) : undefined}
            hint={
              !schedule && suggestedAt
                ? 'Suggested: the first moment that nothing speaks against.'
                : undefined
            }
          />
          <Checkbox
            name="warningsRead"
            label="Schedule it even if something speaks against the moment"
            hint="A Friday, a holiday, the reporter’s own date: it is said first, and you decide."
          />
          <div>
            <ActSubmit act="schedule" variant="secondary" pendingLabel="Scheduling…">
              {schedule ? 'Move the announcement' : 'Schedule the announcement'}
            </ActSubmit>
          </div>
        </CaseForm>
        {schedule && (
          <CaseForm id="unschedule" action={cancelScheduleAction} done="The schedule is taken back.">
            <div>
              <ActSubmit act="cancel_schedule" variant="quiet">
                Take the schedule back
              </ActSubmit>
            </div>
          </CaseForm>
        )}
      </div>
    </Section>
  )
}
