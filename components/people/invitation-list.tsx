'use client'

import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Role } from '@/domain/access/actor'
import type { Instant } from '@/lib/instant'
import { revokeInvitationAction, revokeOwnerInvitationAction } from '@/server/people/actions'
import { roleWords } from './role-words'

export type OpenInvitation = {
  invitationId: string
  role: Role | 'owner'
  project: string | null
  slug: string | null
  address: string | null
  invitedBy: string | null
  expiresAt: Instant
}

/** Invitations that can still be accepted, each with a way to take it back. */
export function InvitationList({ invitations }: { invitations: readonly OpenInvitation[] }) {
  if (invitations.length === 0)
    return (
      <EmptyState title="No open invitations">
        Invite somebody, and they stand here until they accept.
      </EmptyState>
    )
  return (
    <Table caption="Open invitations" className="stacks">
      <thead>
        <tr>
          <Th>For</Th>
          <Th>As</Th>
          <Th>Invited by</Th>
          <Th>Expires</Th>
          <Th>
            <span className="sr-only">Take back</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((invitation) => (
          <tr key={invitation.invitationId}>
            <Th scope="row">{invitation.address ?? 'Whoever has the link'}</Th>
            <Td>
              {roleWords[invitation.role].name}
              {invitation.project && ` of ${invitation.project}`}
            </Td>
            <Td data-label="Invited by">{invitation.invitedBy ?? 'The desk'}</Td>
            <Td data-label="Expires">
              <Time instant={invitation.expiresAt} />
            </Td>
            <Td className="text-right">
              <TakeBack invitation={invitation} />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function TakeBack({ invitation: { invitationId, slug, address } }: { invitation: OpenInvitation }) {
  return (
    <ActionForm
      id={`take-back-${invitationId}`}
      action={slug === null ? revokeOwnerInvitationAction : revokeInvitationAction}
      hidden={slug === null ? { invitationId } : { invitationId, project: slug }}
    >
      <SubmitButton variant="secondary" size="small" pendingLabel="Taking back…">
        Take back <span className="sr-only">the invitation for {address ?? 'whoever has the link'}</span>
      </SubmitButton>
    </ActionForm>
  )
}
