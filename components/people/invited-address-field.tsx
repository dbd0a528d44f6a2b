import { TextInput } from '@/components/ui/text-input'

/** Where an invitation is mailed to. */
export const InvitedAddressField = () => (
  <TextInput
    name="address"
    label="Mail address"
    type="email"
    optional
    autoComplete="off"
    hint="The link is mailed there, and only that address can use it. Leave it empty to get a link for whoever you hand it to."
  />
)
