import type { Metadata } from 'next'
import { randomBytes } from 'node:crypto'
import { CasePage } from '@/components/cases/case-page'
import { caseQueryOptions } from '@/components/cases/case-query-options'
import { eventsQueryOptions } from '@/components/cases/events-query-options'
import { similarQueryOptions } from '@/components/cases/similar-query-options'
import { suggestionQueryOptions } from '@/components/cases/suggestion-query-options'
import { choicesOptions } from '@/components/palette/palette-query-options'
import { Seeded } from '@/components/shell/seeded'
import type { Actor } from '@/domain/access/actor'
import { requirePerson } from '@/server/auth/current-actor'
import { caseEvents } from '@/server/cases/case-events'
import { caseView, type CaseView } from '@/server/cases/case-view'
import { handlerSuggestion } from '@/server/cases/handler-suggestion'
import { queueChoices } from '@/server/cases/queue-choices'
import { similarCases } from '@/server/cases/similar-cases'
import { answerOf } from '@/server/kernel/page'
import { markCaseRead } from '@/server/notifications/mark-read'

type Props = {
  params: Promise<{ case: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async ({ params }: Pick<Props, 'params'>): Promise<Metadata> => ({
  title: (await params).case.slice(0, 64).toUpperCase(),
})

/** One case: the page seeds what the client then keeps in step. */
export default async function Page({ params, searchParams }: Props) {
  const { case: name } = await params
  const actor = await requirePerson(`/console/cases/${encodeURIComponent(name)}`)
  const view = await answerOf(caseView(actor, { case: name }))
  if (view.hasUnreadNews) await answerOf(markCaseRead(actor, { case: view.reference }))
  const { panel, section } = await searchParams
  const seeds = [
    { queryKey: caseQueryOptions(view.reference).queryKey, data: view },
    ...(await besideOf(actor, view, panel)),
    ...(await eventsOf(actor, view, section)),
  ]
  const page = <CasePage reference={view.reference} formKey={randomBytes(16).toString('base64url')} />
  return seeds.reduceRight((inner, seed) => <Seeded {...seed}>{inner}</Seeded>, page)
}

/** What happened is read only by who looks at it; it is there without scripts as well. */
async function eventsOf(actor: Actor, { reference }: CaseView, section: unknown) {
  if (section !== 'events') return []
  const { queryKey } = eventsQueryOptions(reference)
  return [{ queryKey, data: await answerOf(caseEvents(actor, { case: reference })) }]
}

/** What the forms that link, assign and move ask beside the case is there without scripts as well; it is read only where one is open. */
async function besideOf(actor: Actor, { reference, acts }: CaseView, panel: unknown) {
  const asked = { case: reference }
  if (panel === 'link')
    return [
      {
        queryKey: similarQueryOptions(reference).queryKey,
        data: await answerOf(similarCases(actor, asked)),
      },
    ]
  if (panel === 'assign' && acts.assign_handler.allowed)
    return [
      {
        queryKey: suggestionQueryOptions(reference).queryKey,
        data: await answerOf(handlerSuggestion(actor, asked)),
      },
    ]
  if (panel === 'move' && acts.move_case.allowed)
    return [{ queryKey: choicesOptions.queryKey, data: await answerOf(queueChoices(actor, {})) }]
  return []
}
