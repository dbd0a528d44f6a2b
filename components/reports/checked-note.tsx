import { pageLanguage } from '@/components/shell/page-language'
import { Callout } from '@/components/ui/callout'

/** Said while senders are checked: what differs with and without scripts. */
export async function CheckedNote() {
  const { t } = await pageLanguage()
  return (
    <Callout title={t('checked.title')}>
      <p>{t('checked.note')}</p>
    </Callout>
  )
}
