import type { Metadata } from 'next'
import { cache } from 'react'
import { AcknowledgedYears } from '@/components/advisories/acknowledged-years'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading } from '@/components/ui/section'
import { publicAcknowledgements } from '@/server/advisories/public-acknowledgements'
import { anyone } from '@/server/auth/anyone'
import { answerOf } from '@/server/kernel/page'

type Props = { params: Promise<{ project: string }> }

const acknowledgementsOf = cache((project: string) => publicAcknowledgements(anyone, { project }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await acknowledgementsOf((await params).project)
  return { title: found.ok ? `Acknowledgements of ${found.value.project.name}` : 'Not found' }
}

export default async function AcknowledgementsPage({ params }: Props) {
  const { project, years, isComplete } = await answerOf(acknowledgementsOf((await params).project))
  const path = `/projects/${project.slug}`
  return (
    <div className="grid gap-10">
      <PageHeading
        title="Acknowledgements"
        note={
          <p>
            Whom{' '}
            <a href={path} className="text-accent underline">
              {project.name}
            </a>{' '}
            thanks for making it safer: everybody credited in an announced advisory, as they wish to be named.
          </p>
        }
        actions={
          <a href={`${path}/acknowledgements.json`} className="text-sm text-accent underline">
            JSON
          </a>
        }
      />
      {!isComplete && (
        <Callout kind="info" title="Not everybody is listed here">
          <p>Only the advisories that changed last are counted. Each advisory names whom it thanks.</p>
        </Callout>
      )}
      {years.length === 0 ? (
        <EmptyState
          title="Nobody is named here yet"
          action={
            <a href={`${path}/report`} className="text-accent underline">
              Report a vulnerability
            </a>
          }
        >
          <p>Names appear with the advisory that thanks them, once it is announced and if they wish so.</p>
        </EmptyState>
      ) : (
        <AcknowledgedYears years={years} projectSlug={project.slug} />
      )}
    </div>
  )
}
