import Link from 'next/link'
import { Fragment } from 'react'
import { AbsenceLink } from '@/components/people/absence-link'
import { roleWords } from '@/components/people/role-words'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyRow, Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Role } from '@/domain/access/actor'
import type { Instant } from '@/lib/instant'
import { MemberForms } from './member-forms'

export type Member = {
  personId: string
  name: string
  address: string
  role: Role
  since: Instant
  awayUntil: Instant | null
  openCases: number
}

type Props = {
  project: string
  members: readonly Member[]
  ownId: string
  mayEdit: boolean
  /** The person whose row is open for editing. */
  editing: string | null
}

/** The team of a project; one member can be open for editing. */
export function TeamTable({ project, members, ownId, mayEdit, editing }: Props) {
  return (
    <Table caption="Team" className="stacks">
      <thead>
        <tr>
          <Th>Name</Th>
          <Th>Role</Th>
          <Th className="max-md:hidden">Address</Th>
          <Th className="text-right">Open cases</Th>
          <Th className="max-md:hidden">Since</Th>
          {mayEdit && (
            <Th>
              <span className="sr-only">Change</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {members.length === 0 && (
          <EmptyRow columns={6}>Nobody yet. Owners answer until somebody joins.</EmptyRow>
        )}
        {members.map((member) => (
          <Fragment key={member.personId}>
            <tr>
              <Th scope="row">
                {member.name} {member.personId === ownId && <Badge>you</Badge>}
                {member.awayUntil && (
                  <span className="block text-sm font-normal text-muted">
                    away until <Time instant={member.awayUntil} show="absolute" />
                  </span>
                )}
              </Th>
              <Td title={roleWords[member.role].may}>{roleWords[member.role].name}</Td>
              <Td className="max-md:hidden">{member.address}</Td>
              <Td number data-label="Open cases">
                {member.openCases}
              </Td>
              <Td className="max-md:hidden" data-label="Since">
                <Time instant={member.since} show="absolute" />
              </Td>
              {mayEdit && (
                <Td className="text-right whitespace-nowrap">
                  <AbsenceLink {...member} isOwn={member.personId === ownId} />
                  {editing !== member.personId && (
                    <Link
                      href={`/console/projects/${project}/team?edit=${member.personId}`}
                      scroll={false}
                      prefetch={false}
                      className={buttonClass('secondary', 'small', 'ml-2')}
                    >
                      Change <span className="sr-only">{member.name}</span>
                    </Link>
                  )}
                </Td>
              )}
            </tr>
            {mayEdit && editing === member.personId && (
              <tr>
                <td colSpan={6} className="border-b border-line">
                  <MemberForms
                    project={project}
                    member={member}
                    others={members.filter(
                      ({ personId, role }) => personId !== member.personId && role !== 'observer',
                    )}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </Table>
  )
}
