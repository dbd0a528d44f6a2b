import type { Actor } from '@/domain/access/actor'
import { readChosenAlert, severalInWords } from '@/domain/alerts/dismiss-several'
import type { FormState } from '@/lib/form-state'
import { formObject, refusedForm } from '@/server/kernel/action'
import { invalid } from '@/server/kernel/problem'
import { alertsOnPage } from './alert-queue'
import { dismissAlert } from './triage-alert'

/**
 * Dismisses several alerts with one reason (`alert` for each, `dismissal`, `reason`), one after the other by the command that dismisses
 * one: what is refused for one is done for the others. Only what no alert could be dismissed with comes back as an error of the form.
 */
export async function dismissSeveral(actor: Actor, form: FormData): Promise<FormState> {
  const { alert: given, ...fields } = formObject(form, ['alert'])
  const chosen = [...new Set(given as unknown[])]
    .filter((one) => typeof one === 'string')
    .map(readChosenAlert)
  if (chosen.length === 0)
    return refusedForm(invalid({ alert: ['Choose the alerts in the list first.'] }).problem, form)
  if (chosen.length > alertsOnPage)
    return refusedForm(invalid({ alert: [`Choose ${alertsOnPage} alerts at most.`] }).problem, form)
  const refused: string[] = []
  for (const { id, seen } of chosen) {
    const result = await dismissAlert(actor, { ...fields, alert: id, seen } as never)
    if (result.ok) continue
    const { refusal } = result
    const isOfForm = refusal.code === 'invalid' && !('alert' in refusal.fields || 'seen' in refusal.fields)
    if (isOfForm) return refusedForm(refusal, form)
    refused.push(
      refusal.code === 'not_found' || refusal.code === 'invalid'
        ? 'It is not there any more, or you may not see it.'
        : refusal.message,
    )
  }
  const done = chosen.length - refused.length
  const message = severalInWords({ done, refused })
  if (done === 0) return refusedForm({ code: 'refused', message, reasons: [] }, form)
  return { status: 'done', values: {}, fieldErrors: {}, message }
}
