import type { Metadata } from 'next'
import { randomBytes } from 'node:crypto'
import { CasePage } from '@/components/cases/case-page'
import { caseQueryOptions } from '@/components/cases/case-query-options'
import { similarQueryOptions } from '@/components/cases/similar-query-options'
import { Seeded } from '@/components/shell/seeded'
import { requirePerson } from '@/server/auth/current-actor'
import { caseView } from '@/server/cases/case-view'
import { similarCases } from '@/server/cases/similar-cases'
import { answerOf } from '@/server/kernel/page'

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
  const page = <CasePage reference={view.reference} formKey={randomBytes(16).toString('base64url')} />
  // Beside the form that links cases, the list of those alike is there without scripts as well.
  const linking = (await searchParams).panel === 'link'
  const similar = linking ? await answerOf(similarCases(actor, { case: view.reference })) : null
  return (
    <Seeded queryKey={caseQueryOptions(view.reference).queryKey} data={view}>
      {similar ? (
        <Seeded queryKey={similarQueryOptions(view.reference).queryKey} data={similar}>
          {page}
        </Seeded>
      ) : (
        page
      )}
    </Seeded>
  )
}
