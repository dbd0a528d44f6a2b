import type { Metadata } from 'next'
import { KeptViewList } from '@/components/views/kept-view-list'
import { RemovedViewList } from '@/components/views/removed-view-list'
import { LinkButton } from '@/components/ui/link-button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { keptViews } from '@/server/views/kept-views'

export const metadata: Metadata = { title: 'Kept views' }

export default async function ViewsPage() {
  const actor = await requirePerson('/console/views')
  const { views, removed } = await answerOf(keptViews(actor, {}))
  const own = views.filter(({ project }) => project === null)
  const shared = views.filter(({ project }) => project !== null)
  return (
    <div className="grid max-w-3xl gap-10">
      <PageHeading title="Kept views" note="The queue under filters that you or a team keep under a name." />
      {views.length === 0 && (
        <EmptyState title="No view is kept yet" action={<LinkButton href="/console">Queue</LinkButton>}>
          <p>Narrow the queue by a filter or a search, then choose “Keep this view” there.</p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <Section title="Yours" note="Only you see them.">
          <KeptViewList views={own} />
        </Section>
      )}
      {shared.length > 0 && (
        <Section
          title="Shared"
          note="The team of the project sees them. Who made one, and leads, may change it."
        >
          <KeptViewList views={shared} />
        </Section>
      )}
      {removed.length > 0 && (
        <Section title="Removed within a day" note="After that they are forgotten.">
          <RemovedViewList views={removed} />
        </Section>
      )}
    </div>
  )
}
