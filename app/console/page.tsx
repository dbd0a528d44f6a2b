import type { Metadata } from 'next'
import { Queue } from '@/components/queue/queue'
import { queueHref } from '@/components/queue/queue-href'
import { queueQueryOptions } from '@/components/queue/queue-query-options'
import { Seeded } from '@/components/shell/seeded'
import { requirePerson } from '@/server/auth/current-actor'
import { caseQueue } from '@/server/cases/case-queue'
import { queueChoices } from '@/server/cases/queue-choices'
import { readQueueFilters } from '@/server/cases/queue-input'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Queue' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function QueuePage({ searchParams }: Props) {
  const filters = readQueueFilters(await searchParams)
  const actor = await requirePerson(queueHref(filters))
  const [queue, choices] = await Promise.all([
    answerOf(caseQueue(actor, filters)),
    answerOf(queueChoices(actor, {})),
  ])
  return (
    <Seeded queryKey={queueQueryOptions(filters).queryKey} data={queue}>
      <Queue filters={filters} choices={choices} />
    </Seeded>
  )
}
