'use client'

import { useShownTab } from '@/components/ui/use-shown-tab'
import { classNames } from '@/lib/class-names'
import { useCase } from './case-context'
import { caseSections, useCasePlace, type CaseSection } from './case-place'
import { PlaceLink } from './place-link'

const labels: Record<CaseSection, string> = {
  conversation: 'Conversation',
  lines: 'Lines',
  severity: 'Severity',
  audit: 'Audit',
  fix: 'Fix',
  advisory: 'Advisory',
  events: 'Events',
}

/** The sections of the case as links; the conversation is one of them where it has no column of its own. */
export function CaseTabs() {
  const { section, isWide, to } = useCasePlace()
  const { view } = useCase()
  const bar = useShownTab<HTMLUListElement>(section)
  const marks: Partial<Record<CaseSection, boolean>> = {
    lines: view.gates.some(({ code, isMet }) => code === 'lines' && !isMet),
    severity: view.rating === null,
    audit: view.audit === null,
    fix: view.fix.tasks.some(({ isOverdue }) => isOverdue),
    advisory: (view.advisory?.missing.length ?? 1) > 0,
  }
  return (
    <nav aria-label="Parts of the case" className="flex items-end gap-1 border-b border-line">
      <ul ref={bar} className="relative -mb-px flex min-w-0 flex-1 overflow-x-auto">
        {caseSections.map((name) => {
          const isConversation = name === 'conversation'
          const isHere = section === name
          // Beside the conversation, which is always in sight there, the lines stand when nothing was chosen.
          const standsIn = !isWide && section === 'conversation' && name === 'lines'
          return (
            <li key={name} className={classNames(isConversation && !isWide && 'xl:hidden')}>
              <PlaceLink
                href={to({ section: isConversation ? null : name, form: null })}
                aria-current={isHere ? 'page' : undefined}
                className={classNames(
                  'flex min-h-9 items-center gap-1.5 border-b-2 px-2 whitespace-nowrap 2xl:px-3 no-underline hover:text-text focus-visible:-outline-offset-2',
                  isHere ? 'border-accent font-medium text-text' : 'border-transparent text-muted',
                  standsIn && 'xl:border-accent xl:font-medium xl:text-text',
                )}
              >
                {labels[name]}
                {marks[name] && (
                  <span className="text-due-soon" title="Something is open here">
                    <span aria-hidden="true">○</span>
                    <span className="sr-only"> (open)</span>
                  </span>
                )}
              </PlaceLink>
            </li>
          )
        })}
      </ul>
      <PlaceLink
        href={to({ wide: isWide ? null : '1', section: section === 'conversation' ? 'lines' : section })}
        className="hidden min-h-9 items-center px-1 text-sm whitespace-nowrap text-muted no-underline hover:text-text xl:flex"
      >
        {isWide ? 'Show conversation' : 'Widen'}
      </PlaceLink>
    </nav>
  )
}
