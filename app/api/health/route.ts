import { health } from '@/server/process/health'

/** 200 when the desk can do its work, 503 when it only answers. */
export async function GET(): Promise<Response> {
  const state = await health()
  return Response.json(state, { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
