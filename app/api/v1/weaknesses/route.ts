import { jsonRoute } from '@/server/kernel/route'
import { findWeaknesses } from '@/server/severity/find-weaknesses'

/** GET: entries of the catalogue of weaknesses that `q` means. */
export const GET = jsonRoute(findWeaknesses)
