'use client'

import { Callout } from '@/components/ui/callout'
import { useCase } from './case-context'
import { useCasePlace } from './case-place'
import { PlaceLink } from './place-link'
import { splitSignWords } from './split-sign-words'

/** What the desk suggests about the whole case: to split it, to announce earlier. A person decides. */
export function CaseSuggestions() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const signs = (view.reports ?? []).flatMap(({ splitSigns }) => splitSigns)
  const suggestsSplit = signs.length > 0 && view.confirmed === null && view.acts.split_case.allowed
  return (
    <>
      {suggestsSplit && (
        <Callout title="This report may hold more than one vulnerability">
          <p>{signs.map(splitSignWords).join('. ')}.</p>
          <p>
            <PlaceLink href={to({ panel: 'split' })}>Split it into two cases</PlaceLink>
          </p>
        </Callout>
      )}
      {view.shorterEmbargo !== null && (
        <Callout kind="warning" title="Somebody else found this too">
          <p>{view.shorterEmbargo}</p>
          {view.acts.answer_embargo.allowed && (
            <p>
              <PlaceLink href={to({ panel: 'embargo' })}>Propose a shorter embargo</PlaceLink>
            </p>
          )}
        </Callout>
      )}
    </>
  )
}
