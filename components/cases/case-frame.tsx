'use client'

import { useState, type ComponentType } from 'react'
import { AdvisorySection } from '@/components/advisories/editor-section'
import { LinesSection } from '@/components/backports/lines-section'
import { FixSection } from '@/components/fixes/fix-section'
import { SeveritySection } from '@/components/severity/severity-section'
import { useLanding } from '@/components/shell/landing'
import { classNames } from '@/lib/class-names'
import { nextStepCard, partId, useArrivingFocus } from './arriving-focus'
import { AuditSection } from './audit-section'
import { EventsSection } from './events-section'
import { CaseHeader } from './case-header'
import { CaseKeys } from './case-keys'
import { CasePanels } from './case-panels'
import { CaseRail } from './case-rail'
import { CaseSuggestions } from './case-suggestions'
import { CaseTabs } from './case-tabs'
import { caseSections, useCasePlace, type CaseSection } from './case-place'
import { Conversation } from './conversation'
import { DrawnTimeline } from './drawn-timeline'
import { NextStepCard } from './next-step-card'
import { PersonalDataAlert } from './personal-data-alert'

// Imported as they are: a part that is fetched later is not there for who reads without scripts.
const sections: Record<Exclude<CaseSection, 'conversation'>, ComponentType> = {
  lines: LinesSection,
  severity: SeveritySection,
  audit: AuditSection,
  fix: FixSection,
  advisory: AdvisorySection,
  events: EventsSection,
}

/** The page of a case: conversation in the middle, one section beside it, what is next at the right; one below the other on a phone. */
export function CaseFrame() {
  const { section, isWide } = useCasePlace()
  const shown = section === 'conversation' ? 'lines' : section
  const visited = useVisited(shown)
  useArrivingFocus()
  useLanding(nextStepCard)
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <CaseHeader />
      <PersonalDataAlert />
      <CasePanels />
      <CaseSuggestions />
      <DrawnTimeline />
      <div
        className={classNames(
          'flex flex-col gap-x-6 gap-y-4 lg:grid lg:grid-cols-[minmax(0,1fr)_17rem] lg:grid-rows-[auto_1fr]',
          !isWide && 'xl:grid-cols-[minmax(0,9fr)_minmax(0,11fr)_17rem]',
        )}
      >
        <div className="max-lg:contents lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:grid lg:content-start lg:gap-6 xl:col-start-[-2]">
          <div className="max-lg:order-1">
            <NextStepCard />
          </div>
          <div className="max-lg:order-4">
            <CaseRail />
          </div>
        </div>
        <div
          className={classNames('max-lg:order-2 lg:col-start-1 lg:row-start-1', !isWide && 'xl:col-start-2')}
        >
          <CaseTabs />
        </div>
        <div
          className={classNames(
            'min-w-0 max-lg:order-3 lg:col-start-1 lg:row-start-2',
            !isWide && 'xl:row-span-2 xl:row-start-1',
            section !== 'conversation' && (isWide ? 'hidden' : 'max-xl:hidden'),
          )}
        >
          <Conversation />
        </div>
        {caseSections.map((name) => {
          if (name === 'conversation' || !visited.has(name)) return null
          const Part = sections[name]
          return (
            <div
              key={name}
              id={partId(name)}
              tabIndex={-1}
              hidden={name !== shown}
              className={classNames(
                'min-w-0 scroll-mt-16 max-lg:order-3 lg:col-start-1 lg:row-start-2',
                !isWide && 'xl:col-start-2',
                section === 'conversation' && (isWide ? 'hidden' : 'max-xl:hidden'),
              )}
            >
              <Part />
            </div>
          )
        })}
      </div>
      <CaseKeys />
    </div>
  )
}

/** Sections looked at so far: they stay in the page, so nothing typed in one is lost in another. */
function useVisited(section: CaseSection): ReadonlySet<CaseSection> {
  const [visited, setVisited] = useState<ReadonlySet<CaseSection>>(() => new Set([section]))
  if (visited.has(section)) return visited
  const next = new Set([...visited, section])
  setVisited(next)
  return next
}
