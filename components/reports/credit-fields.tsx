import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import { creditRoleLabel } from '@/domain/advisories/credit-ledger'
import { reporterRoles, type CreditWish } from '@/domain/reports/reporter-terms'

type Props = {
  /** How they are credited now; without it, as a new report begins. */
  wish?: CreditWish
  /** Where a name may come from that is not written here. */
  nameHint?: string
}

/** How a reporter wants to be credited: as whom, for what, or not at all. */
export function CreditFields({ wish, nameHint }: Props) {
  const named = wish?.as === 'name' ? wish : null
  const roles: readonly string[] =
    wish === undefined || wish.as === 'none' ? ['finder', 'reporter'] : wish.roles
  return (
    <>
      <RadioGroup
        name="creditAs"
        label="Credit in the advisory"
        defaultValue={wish?.as ?? 'name'}
        choices={[
          { value: 'name', label: 'By name or handle', hint: nameHint },
          { value: 'anonymous', label: 'As “Anonymous”' },
          { value: 'none', label: 'Not at all' },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          name="creditName"
          label="Name for the credit"
          optional
          autoComplete="off"
          defaultValue={named?.name ?? ''}
        />
        <TextInput
          name="creditHandle"
          label="Handle"
          optional
          autoComplete="off"
          defaultValue={named?.handle ?? ''}
        />
      </div>
      <TextInput
        name="creditLink"
        label="Link beside the name"
        optional
        type="url"
        placeholder="https://"
        autoComplete="off"
        defaultValue={named?.link ?? ''}
      />
      <FieldGroup name="creditRoles" label="What you did">
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {reporterRoles.map((role) => (
            <Checkbox
              key={role}
              name="creditRoles"
              value={role}
              label={creditRoleLabel[role]}
              defaultChecked={roles.includes(role)}
            />
          ))}
        </div>
      </FieldGroup>
    </>
  )
}
