import { DescriptionList } from '@/components/ui/description-list'
import { PlainText } from '@/components/ui/prose'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'

const parts: { name: keyof AdvisoryView['draft']; title: string }[] = [
  { name: 'title', title: 'Title' },
  { name: 'summary', title: 'Summary' },
  { name: 'impact', title: 'Impact' },
  { name: 'actions', title: 'What users must do' },
  { name: 'workarounds', title: 'Workarounds' },
  { name: 'references', title: 'References' },
  { name: 'cveId', title: 'CVE id' },
  { name: 'noCveReason', title: 'Why there is none' },
  { name: 'noCreditReason', title: 'Why nobody is credited' },
]

/** A draft as it stands, part by part, to compare with what one typed. */
export function DraftText({ draft }: { draft: AdvisoryView['draft'] }) {
  return (
    <DescriptionList
      items={parts.flatMap(({ name, title }) =>
        draft[name] ? [{ key: name, term: title, details: <PlainText text={draft[name]} /> }] : [],
      )}
    />
  )
}
