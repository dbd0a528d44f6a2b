import type { Metadata } from 'next'
import { AddLineForm } from '@/components/projects/add-line-form'
import { LinesTable } from '@/components/projects/lines-table'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { projectSettings } from '@/server/projects/project-settings'

export const metadata: Metadata = { title: 'Release lines' }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ edit?: string }> }

export default async function LinesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/lines`)
  const { project, lines, timeZone, may } = await answerOf(projectSettings(actor, { project: slug }))
  const { edit } = await searchParams
  return (
    <SettingsFrame project={project}>
      <Section
        title="Release lines"
        note="A series that gets releases. Whether it is supported follows from its dates."
      >
        <LinesTable
          project={project.slug}
          lines={lines}
          zone={timeZone}
          mayEdit={may.editLines.allowed}
          editing={edit ?? null}
        />
      </Section>
      {may.editLines.allowed ? (
        <Section
          title="Add a release line"
          note="Open cases then ask whether it is affected, before anything is announced."
        >
          <AddLineForm project={project.slug} zone={timeZone} />
        </Section>
      ) : (
        <div>
          <Button disabledReason={may.editLines.reason}>Add release line</Button>
        </div>
      )}
    </SettingsFrame>
  )
}
