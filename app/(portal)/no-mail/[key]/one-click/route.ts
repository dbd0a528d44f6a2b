import { anyone } from '@/server/auth/anyone'
import { jsonAnswer } from '@/server/kernel/route'
import { environment } from '@/server/kernel/environment'
import { stopNews } from '@/server/reports/stop-news'

type Context = { params: Promise<{ key: string }> }

/** Where a mail program unsubscribes without a person (RFC 8058). It posts; nothing is opened, nothing is asked. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  return jsonAnswer(await stopNews(anyone, { key: (await params).key }), anyone)
}

/** An older mail program opens the address for the person: that is the page with the button. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { key } = await params
  return Response.redirect(`${environment().BASE_URL}/no-mail/${encodeURIComponent(key)}`, 303)
}
