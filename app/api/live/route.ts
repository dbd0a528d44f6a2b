import { currentPerson } from '@/server/auth/current-actor'
import { problemResponse } from '@/server/kernel/route'
import { followerStream } from '@/server/live/follower-stream'

/**
 * Tells a browser of the console where to look again, as server-sent events, for as long as it stays. What it says is looked up
 * by its usual address: nothing of a case goes through here, so that an event that was missed (`Last-Event-ID`) need not be repeated.
 */
export async function GET(request: Request): Promise<Response> {
  const person = await currentPerson()
  if (!person) return problemResponse({ code: 'unauthenticated', message: 'Sign in and ask again.' })
  const stream = followerStream(person, request.signal)
  if (!stream)
    return problemResponse({
      code: 'too_many',
      message: 'Too many windows of this desk are open. This one reads the desk now and then instead.',
      retryAfterSeconds: 60,
    })
  return new Response(stream, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  })
}
