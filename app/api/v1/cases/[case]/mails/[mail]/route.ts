import { currentActor } from '@/server/auth/current-actor'
import { caseMail } from '@/server/cases/case-mail'
import { inertDownload } from '@/server/kernel/inert-download'
import { jsonAnswer } from '@/server/kernel/route'

/** A mail of this case as it came: always saved, never opened in the desk's own origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ case: string; mail: string }> },
): Promise<Response> {
  const actor = await currentActor()
  const result = await caseMail(actor, await params)
  return result.ok ? inertDownload(result.value) : jsonAnswer(result, actor)
}
