import { vault } from '@/server/kernel/vault'
import type { CaseRow } from './load-case'
import { titlePlace } from './case-title'

/** The title of a case from its row alone, for lists. */
export const openCaseTitle = ({
  id,
  wrappedKey,
  title,
}: Pick<CaseRow, 'id' | 'wrappedKey' | 'title'>): string =>
  vault().openCaseKey(id, wrappedKey).open(titlePlace(id), title)
