/** Entries of the checklist that a person may tick where no act on the desk shows that they are done. */
export const tickableEntries = ['reproduce', 'fix_main', 'tests', 'release_notes', 'cve'] as const
export type TickableEntry = (typeof tickableEntries)[number]

/** The whole checklist, in the order of the work. */
export const checklistEntries = [
  'confirm',
  'reproduce',
  'audit',
  'fix_main',
  'backport',
  'tests',
  'release_notes',
  'cve',
] as const
export type ChecklistEntryCode = (typeof checklistEntries)[number]

export const entryTitle: Readonly<Record<ChecklistEntryCode, string>> = {
  confirm: 'Confirm the vulnerability',
  reproduce: 'Reproduce it',
  audit: 'Audit for similar problems',
  fix_main: 'Fix it on the development line',
  backport: 'Backport and release',
  tests: 'Tests that fail without the fix',
  release_notes: 'Release notes',
  cve: 'CVE id',
}

/** Whether a person ticks it; the others follow from what happened. */
export const isTickable = (code: ChecklistEntryCode): code is TickableEntry =>
  (tickableEntries as readonly string[]).includes(code)
