import { currentActor } from '@/server/auth/current-actor'
import { calendarExport } from '@/server/cases/calendar'
import { calendarIcs } from '@/server/cases/calendar-ics'
import { now } from '@/server/kernel/clock'
import { environment } from '@/server/kernel/environment'
import { jsonAnswer } from '@/server/kernel/route'

/** GET: the same dates as a file for a calendar program. */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  const result = await calendarExport(actor, {})
  if (!result.ok) return jsonAnswer(result, actor)
  return new Response(calendarIcs(result.value, { origin: environment().BASE_URL, now: now() }), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="disclosure-desk.ics"',
      'cache-control': 'no-store',
    },
  })
}
