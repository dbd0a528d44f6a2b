import { spokenIn } from '@/domain/languages/spoken'
import { sheetAnswer, speakingSheet } from '@/lib/speaking-sheet'

const aDay = 'public, max-age=86400'

/** Says without scripts that a page could not be made, in the `language` asked for. Every page names it, so browsers keep it. */
export function GET(request: Request): Response {
  const { t, ui } = spokenIn(new URL(request.url).searchParams.get('language'))
  const { title, saved } = ui.failure
  return sheetAnswer(speakingSheet(title, `${saved} ${t('failed.later')}`), aDay)
}
