import type { Metadata } from 'next'
import { Calendar } from '@/components/calendar/calendar'
import { calendarQueryOptions } from '@/components/calendar/calendar-query-options'
import { Seeded } from '@/components/shell/seeded'
import { currentPerson, requirePerson } from '@/server/auth/current-actor'
import { calendarInput, caseCalendar } from '@/server/cases/calendar'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Calendar' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function CalendarPage({ searchParams }: Props) {
  const search = await searchParams
  const actor = await requirePerson('/console/calendar')
  const timeZone = (await currentPerson())?.timeZone ?? 'UTC'
  // A month that is none is the present one.
  const asked = calendarInput.shape.month.safeParse(search.month)
  const calendar = await answerOf(caseCalendar(actor, { month: asked.data, timeZone }))
  const { month } = calendar.sheet
  return (
    <Seeded queryKey={calendarQueryOptions(month, timeZone).queryKey} data={calendar}>
      <Calendar month={month} timeZone={timeZone} shape={search.show === 'agenda' ? 'agenda' : 'month'} />
    </Seeded>
  )
}
