import type { Metadata } from 'next'
import { randomBytes } from 'node:crypto'
import { CasePage } from '@/components/cases/case-page'
import { caseQueryOptions } from '@/components/cases/case-query-options'
import { Seeded } from '@/components/shell/seeded'
import { requirePerson } from '@/server/auth/current-actor'
import { caseView } from '@/server/cases/case-view'
import { answerOf } from '@/server/kernel/page'

type Props = { params: Promise<{ case: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await params).case.slice(0, 64).toUpperCase(),
})

/** One case: the page seeds what the client then keeps in step. */
export default async function Page({ params }: Props) {
  const { case: name } = await params
  const actor = await requirePerson(`/console/cases/${encodeURIComponent(name)}`)
  const view = await answerOf(caseView(actor, { case: name }))
  return (
    <Seeded queryKey={caseQueryOptions(view.reference).queryKey} data={view}>
      <CasePage reference={view.reference} formKey={randomBytes(16).toString('base64url')} />
    </Seeded>
  )
}
