'use client'

import { useQuery } from '@tanstack/react-query'
import { Badge } from '@/components/ui/badge'
import { stageLabel } from '@/domain/cases/stage-label'
import type { SimilarCase } from '@/server/cases/similar-cases'
import { useCase } from './case-context'
import { useCasePlace } from './case-place'
import { PlaceLink } from './place-link'
import { similarQueryOptions } from './similar-query-options'

/** The cases that look like the one of the page, the likeliest first; empty until they are known. */
export function useSimilarCases({ isAsked }: { isAsked: boolean }): SimilarCase[] {
  const { view } = useCase()
  const { data } = useQuery({ ...similarQueryOptions(view.reference), enabled: isAsked })
  return data ?? []
}

/** Each with what speaks for it, and the way to link the two. Whether they are the same is for a person to say. */
export function SimilarList({ similar }: { similar: readonly SimilarCase[] }) {
  const { to } = useCasePlace()
  return (
    <ul className="grid gap-3">
      {similar.map((one) => (
        <li key={one.reference} className="grid gap-0.5">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <a href={`/console/cases/${one.reference}`} className="font-mono text-accent underline">
              {one.reference}
            </a>
            <span className="wrap-anywhere">{one.title}</span>
            <Badge>{stageLabel[one.stage]}</Badge>
          </p>
          <p className="text-sm text-muted wrap-anywhere">{inCommon(one)}</p>
          <p className="text-sm">
            {one.isSameProject ? (
              <PlaceLink href={to({ panel: 'link', form: `of:${one.reference}` })}>
                It repeats {one.reference}
              </PlaceLink>
            ) : (
              <>It belongs to {one.project}: only cases of one project can be linked.</>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

function inCommon({ titleWords, signs, cwes }: SimilarCase): string {
  const parts = [
    titleWords.length > 0 ? `in the title ${titleWords.join(', ')}` : '',
    signs.length > 0 ? `in the report ${signs.slice(0, 4).join(', ')}` : '',
    cwes.join(', '),
  ]
  return `Both have ${parts.filter((part) => part !== '').join('; ')}.`
}
