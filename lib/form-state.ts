/**
 * What a form knows after it was sent. `values` is everything typed, so that a refused form comes back full,
 * with JavaScript and without.
 */
export type FormState<Data = unknown> = {
  status: 'idle' | 'invalid' | 'failed' | 'done'
  values: Record<string, string | string[]>
  fieldErrors: Record<string, string[]>
  message?: string
  data?: Data
}

/** The shape of every server action behind a form. */
export type FormAction<Data = unknown> = (
  previous: FormState<Data>,
  form: FormData,
) => Promise<FormState<Data>>

/** A form nobody sent yet, with what it is pre-filled with. */
export const idleForm = (values: FormState['values'] = {}): FormState<never> => ({
  status: 'idle',
  values,
  fieldErrors: {},
})

/** Text typed into a form, by field; several values of one name as a list. Leaves out files, React's own fields and `secrets`. */
export function formValues(form: FormData, secrets: readonly string[] = []): FormState['values'] {
  const values: FormState['values'] = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION') || secrets.includes(name)) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    if (texts.length > 0) values[name] = texts.length === 1 ? texts[0]! : texts
  }
  return values
}
