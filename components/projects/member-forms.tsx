'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { DoneNote } from '@/components/ui/done-note'
import { roleWords } from '@/components/people/role-words'
import { SuccessorField } from '@/components/people/successor-field'
import { ActionForm } from '@/components/ui/action-form'
import { buttonClass } from '@/components/ui/button-class'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { roles } from '@/domain/access/actor'
import { changeRoleAction, removeMemberAction } from '@/server/people/actions'
import type { Member } from './team-table'

type Props = { project: string; member: Member; others: ReadonlyArray<{ personId: string; name: string }> }

/** Gives a member another role, or takes them out of the team; their open cases go to somebody in the same moment. */
export function MemberForms({ project, member, others }: Props) {
  const router = useRouter()
  const back = `/console/projects/${project}/team`
  const close = () => router.replace(back, { scroll: false })
  const hidden = { project, personId: member.personId }
  return (
    <div className="grid gap-x-10 gap-y-6 py-3 lg:grid-cols-2">
      <ActionForm
        id="change-role"
        action={changeRoleAction}
        hidden={hidden}
        onDone={close}
        className="grid content-start gap-4"
      >
        <RadioGroup
          name="role"
          label={`Role of ${member.name}`}
          defaultValue={member.role}
          choices={roles.map((role) => ({
            value: role,
            label: roleWords[role].name,
            hint: roleWords[role].may,
          }))}
        />
        {member.openCases > 0 && (
          <p className="max-w-prose text-muted">
            An observer answers for no case: choose below who takes over.
          </p>
        )}
        <SuccessorField others={others} openCases={member.openCases} />
        <div className="flex flex-wrap items-center gap-2">
          <SubmitButton pendingLabel="Changing…">Change role</SubmitButton>
          <Link href={back} scroll={false} prefetch={false} className={buttonClass('quiet', 'regular')}>
            Leave as it is
          </Link>
          <DoneNote />
        </div>
      </ActionForm>
      <ActionForm
        id="remove-member"
        action={removeMemberAction}
        hidden={hidden}
        onDone={close}
        className="grid content-start gap-4"
      >
        <p className="max-w-prose">
          <span className="block font-medium">Take {member.name} out of the team</span>
          <span className="text-muted">
            At once nothing of this project’s cases is reachable for them. They keep their account.
          </span>
        </p>
        <SuccessorField others={others} openCases={member.openCases} />
        <div>
          <SubmitButton variant="danger" pendingLabel="Taking out…">{`Take ${member.name} out`}</SubmitButton>
        </div>
      </ActionForm>
    </div>
  )
}
