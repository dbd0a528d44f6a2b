import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field-group'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import type { Catalogue } from '@/domain/languages/en'
import { reporterRoles, type CreditWish } from '@/domain/reports/reporter-terms'

type Props = {
  /** How they are credited now; without it, as a new report begins. */
  wish?: CreditWish
  /** Where a name may come from that is not written here. */
  nameHint?: string
  words: Catalogue['creditFields']
}

/** How a reporter wants to be credited: as whom, for what, or not at all. */
export function CreditFields({ wish, nameHint, words }: Props) {
  const named = wish?.as === 'name' ? wish : null
  const roles: readonly string[] =
    wish === undefined || wish.as === 'none' ? ['finder', 'reporter'] : wish.roles
  return (
    <>
      <RadioGroup
        name="creditAs"
        label={words.as}
        defaultValue={wish?.as ?? 'name'}
        choices={[
          { value: 'name', label: words.byName, hint: nameHint },
          { value: 'anonymous', label: words.anonymous },
          { value: 'none', label: words.notAtAll },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextInput
          name="creditName"
          label={words.name}
          optional
          autoComplete="off"
          defaultValue={named?.name ?? ''}
        />
        <TextInput
          name="creditHandle"
          label={words.handle}
          optional
          autoComplete="off"
          defaultValue={named?.handle ?? ''}
        />
      </div>
      <TextInput
        name="creditLink"
        label={words.link}
        optional
        type="url"
        placeholder="https://"
        autoComplete="off"
        defaultValue={named?.link ?? ''}
      />
      <FieldGroup name="creditRoles" label={words.did}>
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {reporterRoles.map((role) => (
            <Checkbox
              key={role}
              name="creditRoles"
              value={role}
              label={words.roles[role]}
              defaultChecked={roles.includes(role)}
            />
          ))}
        </div>
      </FieldGroup>
    </>
  )
}
