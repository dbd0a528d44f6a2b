import { currentReporter } from '@/server/auth/receipt-cookie'
import { inertDownload } from '@/server/kernel/inert-download'
import { noPublicDocument } from '@/server/kernel/public-document'
import { ownAttachment } from '@/server/reports/own-attachment'

type Context = { params: Promise<{ file: string }> }

/** A reporter's own file, always as a download: nothing somebody uploaded is ever shown by this site. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const found = await ownAttachment(await currentReporter(), await params)
  return found.ok ? inertDownload(found.value) : noPublicDocument(found.refusal)
}
