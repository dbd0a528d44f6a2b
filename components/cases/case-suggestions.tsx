'use client'

import { Callout } from '@/components/ui/callout'
import { useCase } from './case-context'
import { useCasePlace } from './case-place'
import { PlaceLink } from './place-link'
import { SimilarList, useSimilarCases } from './similar-list'
import { splitSignWords } from './split-sign-words'

/** What the desk suggests about the whole case: to link it with another, to split it, to announce earlier. A person decides. */
export function CaseSuggestions() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const signs = (view.reports ?? []).flatMap(({ splitSigns }) => splitSigns)
  const suggestsSplit = signs.length > 0 && view.confirmed === null && view.acts.split_case.allowed
  return (
    <>
      <MayRepeat />
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

/** Asked while it is not clear yet what the case is; afterwards the list stands beside the link. */
function MayRepeat() {
  const { view } = useCase()
  const { panel } = useCasePlace()
  const isOpen = view.confirmed === null && view.acts.link_case.allowed && panel !== 'link'
  const similar = useSimilarCases({ isAsked: isOpen })
  if (!isOpen || similar.length === 0) return null
  return (
    <Callout
      title={similar.length === 1 ? 'Another case looks like this one' : 'Other cases look like this one'}
    >
      <SimilarList similar={similar} />
    </Callout>
  )
}
