import { handlerSuggestion } from '@/server/cases/handler-suggestion'
import { jsonRoute } from '@/server/kernel/route'

/** GET: whom to give the case, and why. */
export const GET = jsonRoute(handlerSuggestion)
