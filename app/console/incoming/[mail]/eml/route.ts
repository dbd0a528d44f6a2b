import { currentActor } from '@/server/auth/current-actor'
import { inertDownload } from '@/server/kernel/inert-download'
import { jsonAnswer } from '@/server/kernel/route'
import { incomingFile } from '@/server/mail/incoming/incoming-mail'

/** A mail that came in, as it came: always saved, never opened in the desk's own origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ mail: string }> },
): Promise<Response> {
  const actor = await currentActor()
  const result = await incomingFile(actor, await params)
  return result.ok ? inertDownload(result.value) : jsonAnswer(result, actor)
}
