import { Callout } from '@/components/ui/callout'
import { DescriptionList } from '@/components/ui/description-list'
import type { FormState } from '@/lib/form-state'
import type { Stands } from '@/server/projects/actions'

/** The version a form of a project starts from, and after a lost race what somebody else saved, from which it starts then. */
export function SeenVersion<Facts>({
  version,
  state: { status, data },
  facts,
}: {
  version: number
  state: Pick<FormState<Stands<Facts>>, 'status' | 'data'>
  /** What stands now, in words. */
  facts: (current: Facts) => Record<string, string | null>
}) {
  const lost = status === 'done' ? undefined : data?.current
  return (
    <>
      <input type="hidden" name="version" value={lost?.version ?? version} />
      {lost && <StandsNote facts={facts(lost)} />}
    </>
  )
}

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
