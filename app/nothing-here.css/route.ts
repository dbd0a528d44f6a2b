import { pageLanguage } from '@/components/shell/page-language'
import { sheetAnswer, speakingSheet } from '@/lib/speaking-sheet'

/** Says without scripts that there is nothing at an address that a page refuses. */
export async function GET(): Promise<Response> {
  const { t } = await pageLanguage()
  return sheetAnswer(speakingSheet(t('notFound.heading'), t('notFound.note')), 'no-store')
}
