'use server'

import { revalidatePath } from 'next/cache'
import type { PolicyChange } from '@/domain/policies/changes-in-words'
import type { PolicyPromise } from '@/domain/policies/promises'
import { formWithPicks, pickField, type ShownPart } from '@/domain/policies/reading/picks'
import { partNames } from '@/domain/policies/reading/parts'
import { textMark } from '@/domain/policies/reading/text-mark'
import { fieldOfPath, tickedFields } from '@/domain/policies/terms-fields'
import { termsFromForm } from '@/domain/policies/terms-from-form'
import { formValues, type FormState } from '@/lib/form-state'
import { currentActor } from '@/server/auth/current-actor'
import { refusedForm } from '@/server/kernel/action'
import { invalid, ProblemError, type Problem } from '@/server/kernel/problem'
import { changePolicy, type PolicyConflict } from './change-policy'
import { policyUpload } from './policy-upload'
import { policyWhatIf, type PolicyWhatIf } from './what-if'
import { readPolicyText } from './read-policy-text'

/** What the policy form is told: what was saved, or what stands after a lost race. */
export type PolicyAnswer =
  | { saved: { version: number; changes: PolicyChange[]; promises: PolicyPromise[]; warnings: string[] } }
  | { stands: PolicyConflict }
  | { whatIf: PolicyWhatIf }

/** Saves a policy as its form describes it. */
export async function changePolicyAction(
  previous: FormState<PolicyAnswer>,
  form: FormData,
): Promise<FormState<PolicyAnswer>> {
  const written = termsFromForm(formValues(form))
  if (!written.ok) return refused(invalid(written.refusal).problem, form, previous)
  if (form.get('step') === 'what-if') {
    const tried = await policyWhatIf(await currentActor(), {
      project: String(form.get('project')),
      terms: written.value.terms,
    })
    if (!tried.ok) return refused(tried.refusal, form, previous)
    const values = { ...untickedFields, ...formValues(form) }
    return { status: 'idle', values, fieldErrors: {}, data: { whatIf: tried.value } }
  }
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

const untickedFields = Object.fromEntries(tickedFields.map((name) => [name, []]))

function refused(
  problem: Problem,
  form: FormData,
  previous: FormState<PolicyAnswer>,
): FormState<PolicyAnswer> {
  const state = refusedForm(problem, form)
  const stood = previous.data && 'stands' in previous.data ? previous.data : undefined
  return {
    ...state,
    values: { ...untickedFields, ...state.values },
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

/** What the import is told: what was read, and once picks were made the policy form with them. */
export interface ImportAnswer {
  parts: ShownPart[]
  /** Mark of the text that was read: picks are about this text and no other. */
  mark: string
  /** The version the filled form starts from, and how often it was filled; null: not yet. */
  filled: { version: number; round: number } | null
  policy?: PolicyAnswer
}

/** The version a policy stands at after an answer; none was saved or lost when only what would change was asked. */
const standing = (answer: PolicyAnswer): number | undefined =>
  'stands' in answer ? answer.stands.version : 'saved' in answer ? answer.saved.version : undefined

const unpicked = Object.fromEntries(partNames.map((part) => [pickField(part), []]))

/**
 * One form in three steps, told apart by the button: `read` the text, `fill` the policy form with what was picked, `save` it through
 * the same command as the policy page. Nothing is kept between the steps but what the form itself holds.
 */
export async function importPolicyAction(
  previous: FormState<ImportAnswer>,
  form: FormData,
): Promise<FormState<ImportAnswer>> {
  const text = await policyUpload(form)
  if (text instanceof ProblemError) return { ...refusedForm(text.problem, form), data: previous.data }
  form.set('text', text)
  const read = await readPolicyText(await currentActor(), { project: String(form.get('project')), text })
  if (!read.ok) return { ...refusedForm(read.refusal, form), data: previous.data }

  const { parts, reading, version, form: inForce } = read.value
  const mark = textMark(text)
  const round = Number(form.get('round') ?? 0)
  const basedOn = Number(form.get('basedOn') ?? 0)
  const filled = round > 0 ? { version: basedOn, round } : null
  const data: ImportAnswer = { parts, mark, filled }
  const typed = { ...(filled && untickedFields), ...unpicked, ...formValues(form) }
  const step = String(form.get('step'))

  if (form.get('mark') !== mark) {
    // A text read for the first time, or changed since: picks about the old one say nothing about this.
    const kept = Object.entries(typed).filter(([name]) => !name.startsWith('pick.'))
    const isNews = step !== 'read'
    return {
      status: isNews ? 'failed' : 'idle',
      values: Object.fromEntries(kept),
      fieldErrors: {},
      ...(isNews && {
        message:
          'The text changed since it was read. Look at what it says now, and pick again. Nothing is lost.',
      }),
      data,
    }
  }
  if (step === 'save' && filled) {
    const saved = await changePolicyAction({ ...previous, data: undefined }, form)
    const policy = saved.data ?? previous.data?.policy
    const next = policy && standing(policy)
    return {
      ...saved,
      values: { ...typed, ...saved.values },
      data: { ...data, filled: { version: next ?? basedOn, round }, policy },
    }
  }
  if (step !== 'fill') return { status: 'idle', values: typed, fieldErrors: {}, data }
  const picked = formWithPicks(inForce, reading, (part) => form.getAll(pickField(part)).map(String))
  if (!picked.ok) {
    const message = 'Some parts wait for you to pick. Nothing was lost.'
    return { status: 'invalid', values: typed, fieldErrors: picked.refusal, message, data }
  }
  return {
    status: 'idle',
    values: { ...typed, ...picked.value },
    fieldErrors: {},
    data: { ...data, filled: { version, round: round + 1 } },
  }
}
