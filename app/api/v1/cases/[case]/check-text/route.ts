import { checkText } from '@/server/fixes/check-text'
import { jsonRoute } from '@/server/kernel/route'

/** POST: what a text (`kind`, `text`) tells of the case, for a commit hook. In the body, since addresses are written into logs. */
export const POST = jsonRoute(checkText, { takesBody: true })
