import { ArmoredText } from '@/components/encryption/armored-text'
import { pageLanguage } from '@/components/shell/page-language'
import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import type { OwnReport } from '@/server/reports/own-report'
import { FileList } from './file-list'

/** The report word for word, as it was sent. */
export async function SentReport({
  report: { content, contact, files, isEncrypted },
}: {
  report: OwnReport
}) {
  const { t, words } = await pageLanguage()
  const yes = (said: boolean) => (said ? t('sentReport.yes') : null)
  const parts: Array<[string, string | null]> = [
    [t('reportFields.title'), content.title],
    [t('reportFields.description'), isEncrypted ? null : content.description],
    [t('reportFields.impact'), content.impact],
    [t('sentReport.exploited'), yes(content.exploited)],
    [t('sentReport.alreadyPublic'), yes(content.alreadyPublic)],
    [t('reportFields.steps'), content.reproduction],
    [t('reportFields.fix'), content.suggestedFix],
    [t('reportFields.affected'), content.affectedVersions],
    [t('sentReport.personalData'), yes(content.personalDataSeen)],
    [t('reportFields.told'), content.toldOthers],
    [t('sentReport.number'), content.trackingId],
    [t('reportFields.name'), contact?.name ?? null],
    [t('reportFields.address'), contact?.email ?? null],
  ]
  return (
    <DescriptionList
      items={[
        ...parts
          .filter(([, text]) => text !== null)
          .map(([term, text]) => ({ key: term, term, details: <PlainText text={text ?? ''} /> })),
        ...(isEncrypted
          ? [
              {
                key: 'encrypted',
                term: t('sentReport.encrypted'),
                details: (
                  <ArmoredText armored={content.description} name="report" words={words.conversation} />
                ),
              },
            ]
          : []),
        ...(files.length > 0
          ? [{ key: 'files', term: t('files.label'), details: <FileList files={files} /> }]
          : []),
      ]}
    />
  )
}
