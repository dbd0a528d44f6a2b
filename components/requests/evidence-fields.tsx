import { pageLanguage } from '@/components/shell/page-language'
import { TextArea } from '@/components/ui/text-area'

type Props = { isOptional?: boolean; breakingChange?: string | null; demonstration?: string | null }

/** What the newer line breaks, and what shows it. */
export async function EvidenceFields({ isOptional = false, breakingChange, demonstration }: Props) {
  const { t } = await pageLanguage()
  return (
    <>
      <TextArea
        name="breakingChange"
        label={t('requestFields.breaks')}
        optional={isOptional}
        rows={4}
        hint={t('requestFields.breaksHint')}
        defaultValue={breakingChange ?? undefined}
      />
      <TextArea
        name="demonstration"
        label={t('requestFields.shows')}
        optional={isOptional}
        rows={4}
        hint={t('requestFields.showsHint')}
        defaultValue={demonstration ?? undefined}
      />
    </>
  )
}
