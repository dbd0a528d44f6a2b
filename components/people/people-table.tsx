'use client'

import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Role } from '@/domain/access/actor'
import type { Instant } from '@/lib/instant'
import { AbsenceLink } from './absence-link'
import { OwnershipForm } from './ownership-form'
import { RemovePersonForm } from './remove-person-form'
import { roleWords } from './role-words'

export type PersonRow = {
  personId: string
  name: string
  address: string
  isOwner: boolean
  createdAt: Instant
  removedAt: Instant | null
  roles: ReadonlyArray<{ project: string; slug: string; role: Role }>
  openCases: number
}

type Asked = { what: 'remove' | 'ownership'; person: PersonRow }

/** Everybody with an account; one dialog for the whole table, opened at the person it is about. */
export function PeopleTable({ people, ownId }: { people: readonly PersonRow[]; ownId: string }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const others = people.filter((one) => one.removedAt === null && one.personId !== asked?.person.personId)
  const lastOwner = people.filter((one) => one.isOwner).length === 1
  const close = () => setAsked(null)
  return (
    <>
      <Table caption="People" className="stacks">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>Address</Th>
            <Th>Roles</Th>
            <Th className="text-right">Open cases</Th>
            <Th>Since</Th>
            <Th>
              <span className="sr-only">Change</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.personId} className={person.removedAt ? 'text-muted' : undefined}>
              <Th scope="row">
                {person.name} {person.personId === ownId && <Badge>you</Badge>}
              </Th>
              <Td>{person.address}</Td>
              <Td>{rolesOf(person)}</Td>
              <Td number className="text-right" data-label="Open cases">
                {person.openCases}
              </Td>
              <Td data-label="Since">
                {person.removedAt ? (
                  <>
                    removed <Time instant={person.removedAt} show="absolute" />
                  </>
                ) : (
                  <Time instant={person.createdAt} show="absolute" />
                )}
              </Td>
              <Td className="text-right whitespace-nowrap">
                {!person.removedAt && <AbsenceLink {...person} isOwn={person.personId === ownId} />}
                {person.isOwner && lastOwner && <span className="ml-2 text-muted">The last owner stays</span>}
                {!person.removedAt && !(person.isOwner && lastOwner) && (
                  <span className="ml-2 inline-flex gap-2">
                    <Button size="small" onClick={() => setAsked({ what: 'ownership', person })}>
                      {person.isOwner ? 'Make no owner' : 'Make owner'}
                      <span className="sr-only">: {person.name}</span>
                    </Button>
                    <Button size="small" onClick={() => setAsked({ what: 'remove', person })}>
                      Remove <span className="sr-only">{person.name}</span>
                    </Button>
                  </span>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asked?.what === 'remove' && (
        <Dialog
          open
          onOpenChange={close}
          title={`Remove ${asked.person.name}`}
          description="Every session of theirs ends at once, and nothing of any case is reachable for them. Their name stays on what they did."
        >
          <RemovePersonForm person={asked.person} others={others} onDone={close} />
        </Dialog>
      )}
      {asked?.what === 'ownership' && (
        <Dialog
          open
          onOpenChange={close}
          title={
            asked.person.isOwner ? `Make ${asked.person.name} no owner` : `Make ${asked.person.name} an owner`
          }
          description={
            asked.person.isOwner
              ? 'They keep their account and their roles in projects.'
              : `${roleWords.owner.may} Owners see every case, restricted ones too.`
          }
        >
          <OwnershipForm person={asked.person} others={others} onDone={close} />
        </Dialog>
      )}
    </>
  )
}

function rolesOf({ isOwner, roles, removedAt }: PersonRow): string {
  if (removedAt) return 'None'
  const words = roles.map(({ project, role }) => `${roleWords[role].name} of ${project}`)
  return (isOwner ? [roleWords.owner.name, ...words] : words).join(', ') || 'None yet'
}
