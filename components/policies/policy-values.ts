/** What each field of the policy form holds before anything is typed, by its name. */
export type PolicyValues = Readonly<Record<string, string | string[]>>

/** A text field's name and first value. */
export const filled = (values: PolicyValues, name: string) => ({
  name,
  defaultValue: String(values[name] ?? ''),
})

/** A box's name, value, and whether it begins ticked. */
export const ticked = (values: PolicyValues, name: string, value = 'on') => ({
  name,
  value,
  defaultChecked: values[name]?.includes(value) ?? false,
})
