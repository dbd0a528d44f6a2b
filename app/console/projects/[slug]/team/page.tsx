import type { Metadata } from 'next'
import { InvitationList } from '@/components/people/invitation-list'
import { InviteForm } from '@/components/projects/invite-form'
import { RotaForm } from '@/components/projects/rota-form'
import { RotaTurns } from '@/components/projects/rota-turns'
import { SettingsFrame } from '@/components/projects/settings-frame'
import { TeamTable } from '@/components/projects/team-table'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { openInvitations } from '@/server/people/open-invitations'
import { projectTeam } from '@/server/people/project-team'
import { projectSettings } from '@/server/projects/project-settings'

export const metadata: Metadata = { title: 'Team' }

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ edit?: string }> }

export default async function TeamPage({ params, searchParams }: Props) {
  const { slug } = await params
  const actor = await requirePerson(`/console/projects/${slug}/team`)
  const { project, may } = await answerOf(projectSettings(actor, { project: slug }))
  const team = await answerOf(projectTeam(actor, { project: slug }))
  const { members } = team
  const { manageTeam } = may
  const invitations = manageTeam.allowed ? await answerOf(openInvitations(actor, { project: slug })) : []
  const { edit } = await searchParams
  return (
    <SettingsFrame project={project}>
      <Section title="Team" note="Owners of the desk lead every project and are not listed here.">
        <TeamTable
          project={project.slug}
          members={members}
          ownId={actor.personId}
          mayEdit={manageTeam.allowed}
          editing={edit ?? null}
        />
      </Section>
      <Section
        title="Duty rota"
        note="Who is on duty is suggested for new cases. Without a rota the desk suggests whoever has the least on their hands."
      >
        <RotaTurns turns={team.turns} members={members} timeZone={team.timeZone} />
        {manageTeam.allowed && (
          <RotaForm
            project={project.slug}
            version={team.project.version}
            rota={team.rota}
            members={members}
            timeZone={team.timeZone}
          />
        )}
      </Section>
      {manageTeam.allowed ? (
        <>
          <Section title="Invite somebody">
            <InviteForm project={project.slug} />
          </Section>
          <Section title="Open invitations">
            <InvitationList invitations={invitations} />
          </Section>
        </>
      ) : (
        <div>
          <Button disabledReason={manageTeam.reason}>Invite</Button>
        </div>
      )}
    </SettingsFrame>
  )
}
