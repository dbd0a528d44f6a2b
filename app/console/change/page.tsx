import type { Metadata } from 'next'
import { ChangeMany } from '@/components/queue/change-many'
import { changeHref } from '@/components/queue/queue-href'
import { PageHeading } from '@/components/ui/section'
import { mostChosen } from '@/domain/cases/change-many'
import { requirePerson } from '@/server/auth/current-actor'
import { chosenCases } from '@/server/cases/chosen-cases'
import { queueChoices } from '@/server/cases/queue-choices'
import { answerOf } from '@/server/kernel/page'
import { queuePath } from '@/server/views/view-rows'

export const metadata: Metadata = { title: 'Change several cases' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const acts = ['assign', 'tag', 'untag', 'close'] as const

export default async function ChangePage({ searchParams }: Props) {
  const given = await searchParams
  const references = [given.case ?? []].flat().slice(0, mostChosen)
  const act = acts.find((one) => one === given.act) ?? 'assign'
  const back = queuePath(given.back)
  const actor = await requirePerson(changeHref(act, references, back))
  const [cases, choices] = await Promise.all([
    answerOf(chosenCases(actor, { references })),
    answerOf(queueChoices(actor, {})),
  ])
  return (
    <div className="grid max-w-3xl gap-6">
      <PageHeading title="Change several cases" />
      <ChangeMany act={act} cases={cases} asked={references.length} choices={choices} back={back} />
    </div>
  )
}
