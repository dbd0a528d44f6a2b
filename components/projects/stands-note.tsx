import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'

/** After a lost race: what somebody else saved, next to what was typed. */
export function StandsNote({ facts }: { facts: Record<string, string | null> }) {
  return (
    <Callout kind="warning" title="What stands now">
      <DescriptionList
        items={Object.entries(facts).map(([term, details]) => ({ term, details: details || '–', key: term }))}
      />
      <p>Saving again puts what you typed in its place.</p>
    </Callout>
  )
}
