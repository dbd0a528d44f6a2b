import { keepDraft } from '@/server/attention/keep-draft'
import { jsonRoute } from '@/server/kernel/route'

/** Keeps what one is writing. */
export const POST = jsonRoute(keepDraft)
