import { pageLanguage } from '@/components/shell/page-language'
import { saidAgain } from '@/domain/languages/said-again'
import type { OwnReport } from '@/server/reports/own-report'
import { RemindForm } from './remind-form'

type Props = Pick<OwnReport, 'reminder' | 'reference' | 'timeZone'>

/** The way to remind a team that is late, or from when on there is one; nothing once it has acknowledged. */
export async function Reminder({ reminder, reference, timeZone }: Props) {
  const { language, words } = await pageLanguage()
  if (reminder.isAllowed) return <RemindForm reference={reference} words={words.remind} />
  if (reminder.code === 'acknowledged') return null
  return <p className="text-sm text-muted">{saidAgain(language, reminder.reason, timeZone)}</p>
}
