import { currentActor } from '@/server/auth/current-actor'
import { caseAttachment } from '@/server/cases/case-attachment'
import { inertDownload } from '@/server/kernel/inert-download'
import { jsonAnswer } from '@/server/kernel/route'

/** A file of a report: always saved, never opened in the desk's own origin. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ case: string; attachment: string }> },
): Promise<Response> {
  const actor = await currentActor()
  const result = await caseAttachment(actor, await params)
  return result.ok ? inertDownload(result.value) : jsonAnswer(result, actor)
}
