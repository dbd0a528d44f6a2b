import { discardDraft } from '@/server/attention/keep-draft'
import { jsonRoute } from '@/server/kernel/route'

/** Throws away what one was writing. */
export const POST = jsonRoute(discardDraft)
