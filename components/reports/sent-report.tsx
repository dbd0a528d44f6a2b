import { ArmoredText } from '@/components/encryption/armored-text'
import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import type { OwnReport } from '@/server/reports/own-report'
import { FileList } from './file-list'

const yes = (said: boolean) => (said ? 'Yes' : null)

/** The report word for word, as it was sent. */
export function SentReport({ report: { content, contact, files, isEncrypted } }: { report: OwnReport }) {
  const parts: Array<[string, string | null]> = [
    ['Title', content.title],
    ['Description', isEncrypted ? null : content.description],
    ['Impact', content.impact],
    ['Being exploited', yes(content.exploited)],
    ['Public already', yes(content.alreadyPublic)],
    ['Steps', content.reproduction],
    ['How it could be fixed', content.suggestedFix],
    ['Affected versions', content.affectedVersions],
    ['Personal data seen', yes(content.personalDataSeen)],
    ['Whom else you told', content.toldOthers],
    ['Your own number', content.trackingId],
    ['Name', contact?.name ?? null],
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
                key: 'Encrypted',
                term: 'Encrypted',
                details: <ArmoredText armored={content.description} name="report" />,
              },
            ]
          : []),
        ...(files.length > 0 ? [{ key: 'files', term: 'Files', details: <FileList files={files} /> }] : []),
      ]}
    />
  )
}
