import { notFound } from 'next/navigation'
import { environment } from '@/server/kernel/environment'

/** The least a page can be, which the bench compares the others with. Not there otherwise. */
export default function FloorPage() {
  if (!environment().BENCH_FLOOR) notFound()
  return <main>Floor</main>
}
