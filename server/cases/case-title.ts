import type { FoundCase } from './load-case'

export const titlePlace = (caseId: string) => ({ table: 'cases', row: caseId, column: 'title' })

export const titleOf = ({ case: row, vault }: Pick<FoundCase, 'case' | 'vault'>): string =>
  vault.open(titlePlace(row.id), row.title)
