import {
  chosenText,
  manyInWords,
  mostChosen,
  readChosen,
  type ChosenCase,
  type ManyAct,
  type ManyChanged,
} from '@/domain/cases/change-many'
import type { Actor } from '@/domain/access/actor'
import type { FormState } from '@/lib/form-state'
import type { Result } from '@/lib/result'
import { formObject, refusedForm } from '@/server/kernel/action'
import { invalid, type Problem } from '@/server/kernel/problem'
import { assignHandler } from './assign-handler'
import { resolveCase } from './resolve-case'
import { tagCase, untagCase } from './tag-case'
import { undoAssignment } from './undo-assignment'

type Fields = Record<string, unknown>
type Change = (actor: Actor, chosen: ChosenCase, fields: Fields) => Promise<Result<unknown, Problem>>

/** Each change is the command that changes one case: its own transaction, gate, event and mails. */
const changes: Record<ManyAct, Change> = {
  assign: (actor, { reference, seen }, { to, note }) =>
    assignHandler(actor, { case: reference, to, from: seen, note } as never),
  unassign: (actor, { reference, seen, before = '' }) =>
    undoAssignment(actor, { case: reference, to: seen ?? '', from: before }),
  tag: (actor, { reference }, { label }) => tagCase(actor, { case: reference, label } as never),
  untag: (actor, { reference }, { label }) => untagCase(actor, { case: reference, label } as never),
  close: (actor, { reference }, fields) => resolveCase(actor, { ...fields, case: reference } as never),
}

/**
 * Changes several cases as a form asks (`act`, `case` for each), one after the other: what is refused for one is done for the others.
 * Only what no case could be changed with, such as a missing explanation, comes back as an error of the form.
 */
export async function changeMany(actor: Actor, form: FormData): Promise<FormState<ManyChanged>> {
  const { act, case: given, ...fields } = formObject(form, ['case'])
  const cases = [...new Set(given as unknown[])].filter((one) => typeof one === 'string').map(readChosen)
  if (!isAct(act)) return refusedForm(invalid({ act: ['Say what to do with the cases.'] }).problem, form)
  if (cases.length === 0)
    return refusedForm(invalid({ case: ['Choose the cases in the queue first.'] }).problem, form)
  if (cases.length > mostChosen)
    return refusedForm(invalid({ case: [`Choose ${mostChosen} cases at most.`] }).problem, form)
  if (act === 'close' && fields.confirmed !== 'on')
    return refusedForm(
      invalid({ confirmed: ['Look at the list, then confirm that all of them are closed.'] }).problem,
      form,
    )

  const done: ChosenCase[] = []
  const refused: ManyChanged['refused'] = []
  for (const chosen of cases) {
    const result = await changes[act](actor, chosen, fields)
    if (result.ok) done.push(chosen)
    else if (isOfForm(result.refusal)) return refusedForm(result.refusal, form)
    else refused.push({ reference: chosen.reference, reason: reasonOf(result.refusal) })
  }
  const references = done.map(({ reference }) => reference)
  const message = manyInWords({ act, done: references, refused })
  const changed = { act, done: references, refused, undo: undoOf(act, done, fields) }
  if (done.length > 0) return { status: 'done', values: {}, fieldErrors: {}, message, data: changed }
  return {
    ...refusedForm({ code: 'refused', message, reasons: [] }, form),
    data: changed,
  }
}

const isAct = (act: unknown): act is ManyAct => typeof act === 'string' && Object.hasOwn(changes, act)

/** What is wrong with the answers themselves is so for every case, and found before the first is changed. */
const isOfForm = (problem: Problem): problem is Extract<Problem, { code: 'invalid' }> =>
  problem.code === 'invalid' && !('case' in problem.fields)

const reasonOf = (problem: Problem): string =>
  problem.code === 'not_found' ? 'It is not there any more, or you may not see it.' : problem.message

function undoOf(act: ManyAct, done: readonly ChosenCase[], { to, label }: Fields): ManyChanged['undo'] {
  if (done.length === 0) return null
  const cases = done.map(({ reference }) => reference)
  if (act === 'tag') return { act: 'untag', cases, label: String(label) }
  if (act === 'untag') return { act: 'tag', cases, label: String(label) }
  if (act !== 'assign') return null
  const known = done.flatMap(({ reference, seen }) =>
    seen === undefined ? [] : [chosenText({ reference, seen: String(to), before: seen })],
  )
  return known.length > 0 ? { act: 'unassign', cases: known } : null
}
