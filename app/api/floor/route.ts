import { environment } from '@/server/kernel/environment'

export const dynamic = 'force-dynamic'

/** The least a route can be, which the bench compares the others with. Not there otherwise. */
export function GET(): Response {
  if (!environment().BENCH_FLOOR) return new Response(null, { status: 404 })
  return Response.json({ floor: true }, { headers: { 'cache-control': 'no-store' } })
}
