'use server'

import { revalidatePath } from 'next/cache'
import type { PolicyChange } from '@/domain/policies/changes-in-words'
import type { PolicyPromise } from '@/domain/policies/promises'
import { fieldOfPath, tickedFields } from '@/domain/policies/terms-fields'
import { termsFromForm } from '@/domain/policies/terms-from-form'
import { formValues, type FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { refusedForm } from '@/server/kernel/action'
import { invalid, type Problem } from '@/server/kernel/problem'
import { changePolicy, type PolicyConflict } from './change-policy'

/** What the policy form is told: what was saved, or what stands after a lost race. */
export type PolicyAnswer =
  | { saved: { version: number; changes: PolicyChange[]; promises: PolicyPromise[]; warnings: string[] } }
  | { stands: PolicyConflict }

/** Saves a policy as its form describes it. */
export async function changePolicyAction(
  previous: FormState<PolicyAnswer>,
  form: FormData,
): Promise<FormState<PolicyAnswer>> {
  const written = termsFromForm(formValues(form))
  if (!written.ok) return refused(invalid(written.refusal).problem, form, previous)
  const result = await changePolicy(await currentActor(), {
    project: String(form.get('project')),
    basedOn: form.get('basedOn'),
    ...written.value,
  })
  if (!result.ok) return refused(result.refusal, form, previous)
  revalidatePath('/console', 'layout')
  const { version, changes, promises, warnings } = result.value
  return {
    status: 'done',
    values: {},
    fieldErrors: {},
    data: { saved: { version, changes, warnings, promises } },
  }
}

function refused(
  problem: Problem,
  form: FormData,
  previous: FormState<PolicyAnswer>,
): FormState<PolicyAnswer> {
  const state = refusedForm(problem, form)
  const unticked = Object.fromEntries(tickedFields.map((name) => [name, []]))
  const stood = previous.data && 'stands' in previous.data ? previous.data : undefined
  return {
    ...state,
    values: { ...unticked, ...state.values },
    fieldErrors: byField(state.fieldErrors),
    data: problem.code === 'conflict' ? { stands: problem.current as PolicyConflict } : stood,
  }
}

/** Errors by path of the terms as errors by field of the form. */
function byField(errors: Record<string, string[]>): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const [path, texts] of Object.entries(errors)) (fields[fieldOfPath(path)] ??= []).push(...texts)
  return fields
}
