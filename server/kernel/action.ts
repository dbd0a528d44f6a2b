import type { Actor } from '@/domain/access/actor'
import { formValues, type FormState } from '@/lib/form-state'
import type { Operation } from './operation'
import type { Problem } from './problem'

interface FormOptions<Output, Data> {
  /** Names of fields that are never given back: passwords, tokens, keys. */
  secrets?: readonly string[]
  /** Names of fields that are always a list, however many were filled. */
  lists?: readonly string[]
  /** What the form is told when it worked. */
  done?: (output: Output) => { message?: string; data?: Data }
}

/**
 * Runs a command with what a form holds and answers as the form's next state: everything typed comes back when it is
 * refused, except files and secrets; an empty form when it worked.
 */
export async function runForm<Output, Data = Output>(
  command: Operation<never, Output>,
  actor: Actor,
  form: FormData,
  { secrets = [], lists = [], done }: FormOptions<Output, Data> = {},
): Promise<FormState<Data>> {
  const result = await command(actor, formObject(form, lists) as never)
  if (!result.ok) return refusedForm(result.refusal, form, secrets)
  const said = done ? done(result.value) : { data: result.value as unknown as Data }
  return { status: 'done', values: {}, fieldErrors: {}, ...said }
}

/** What a form shows after a refusal: the message, the errors by field, and everything typed. */
export function refusedForm(
  problem: Problem,
  form: FormData,
  secrets: readonly string[] = [],
): FormState<never> {
  const reasons = problem.code === 'refused' ? problem.reasons : []
  return {
    status: problem.code === 'invalid' ? 'invalid' : 'failed',
    values: formValues(form, secrets),
    fieldErrors: problem.code === 'invalid' ? problem.fields : {},
    message: [problem.message, ...reasons].join('\n'),
  }
}

/** Browsers send a file field that holds nothing as a file without a name; React's way of sending forms makes that “undefined”. */
const isEmptyField = ({ size, name }: File): boolean => size === 0 && (name === '' || name === 'undefined')

/**
 * A form as the object a command parses: a name used more than once becomes a list, files stay files, and an empty file
 * field is left out, as are React's own fields.
 */
export function formObject(form: FormData, lists: readonly string[] = []): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue
    const values = form.getAll(name).filter((value) => typeof value === 'string' || !isEmptyField(value))
    if (lists.includes(name)) object[name] = values
    else if (values.length > 0) object[name] = values.length === 1 ? values[0] : values
  }
  for (const name of lists) object[name] ??= []
  return object
}
