import type { MessageDraft } from '@/domain/attention/message-draft'

const kinds = ['message', 'response', 'question'] as const

/** What stands in the fields of a composer. */
export function readDraft(form: HTMLFormElement): MessageDraft {
  const fields = new FormData(form)
  const text = (name: string) => String(fields.get(name) ?? '')
  const kind = kinds.find((one) => one === fields.get('kind'))
  const report = text('report')
  return {
    body: text('body'),
    ...(kind && { kind, nextStep: text('nextStep') }),
    ...(report && { report }),
  }
}

/** Puts a draft into the fields of a composer, over what stands there. */
export function writeDraft(form: HTMLFormElement, draft: MessageDraft): void {
  const put = (name: string, value: string) => {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value
    if (field instanceof RadioNodeList) field.value = value
  }
  put('body', draft.body)
  put('nextStep', draft.nextStep ?? '')
  if (draft.kind) put('kind', draft.kind)
  if (draft.report) put('report', draft.report)
}
