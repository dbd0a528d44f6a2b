import type { FoundCase } from './load-case'

/** Where the title of a case is sealed. */
export const titlePlace = (caseId: string) => ({ table: 'cases', row: caseId, column: 'title' })

/** The title, opened. Throws SealBroken. */
export const titleOf = ({ case: row, vault }: Pick<FoundCase, 'case' | 'vault'>): string =>
  vault.open(titlePlace(row.id), row.title)
