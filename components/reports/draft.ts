/** The draft of a report, kept in this browser only. Storage may be full or forbidden: then there is no draft, and nothing else. */

const keyOf = (project: string) => `report-draft:${project}`

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person fills in: not hidden fields, which belong to this page, nor files, which no script may set. */
const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (element): element is Field =>
      'name' in element &&
      element.name !== '' &&
      !(element instanceof HTMLButtonElement) &&
      !(element instanceof HTMLInputElement && ['hidden', 'file', 'submit'].includes(element.type)),
  )

const isTickable = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)

/** Several boxes of one name make a list: each is kept for itself. */
const keptAs = (field: Field): string =>
  isTickable(field) && field.type === 'checkbox' ? `${field.name}=${field.value}` : field.name

export function keepDraft(project: string, form: HTMLFormElement): void {
  const kept: Record<string, string> = {}
  for (const field of fieldsOf(form))
    if (!isTickable(field) || field.checked) kept[keptAs(field)] = field.value
  try {
    localStorage.setItem(keyOf(project), JSON.stringify(kept))
  } catch {}
}

export function restoreDraft(project: string, form: HTMLFormElement): void {
  let kept: Record<string, string>
  try {
    kept = JSON.parse(localStorage.getItem(keyOf(project)) ?? '') as Record<string, string>
  } catch {
    return
  }
  for (const field of fieldsOf(form)) {
    if (isTickable(field)) field.checked = kept[keptAs(field)] === field.value
    else if (kept[field.name] !== undefined) field.value = kept[field.name]!
  }
}

export function dropDraft(project: string): void {
  try {
    localStorage.removeItem(keyOf(project))
  } catch {}
}
