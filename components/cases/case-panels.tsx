'use client'

import { useEffect, useRef, type ComponentType } from 'react'
import { AssignForm } from './assign-form'
import { useCasePlace, type CasePanel } from './case-place'
import { CloseForm } from './close-form'
import { ConfirmForm } from './confirm-form'
import { FinishForm, ReopenForm, RestrictForm, SilenceForm } from './short-forms'
import { FollowUpForm } from './follow-up-form'
import { LinkForm } from './link-form'
import { MoveForm } from './move-form'
import { ParticipantsPanel } from './participants-panel'
import { PlaceLink } from './place-link'
import { SplitForm } from './split-form'
import { TagsForm } from './tags-form'
import { UpstreamPanel } from './upstream-panel'
import { EmbargoPanel } from '@/components/embargo/embargo-panel'
import { ExploitationPanel } from '@/components/exploitation/exploitation-panel'
import { OverridePanel } from '@/components/embargo/override-panel'

const panels: Record<Exclude<CasePanel, 'title'>, { title: string; Part: ComponentType }> = {
  assign: { title: 'Who answers for the case', Part: AssignForm },
  tags: { title: 'Tags', Part: TagsForm },
  confirm: { title: 'Confirm the vulnerability', Part: ConfirmForm },
  close: { title: 'Close without a fix', Part: CloseForm },
  reopen: { title: 'Reopen the case', Part: ReopenForm },
  restrict: { title: 'Who sees the case', Part: RestrictForm },
  people: { title: 'People on the case', Part: ParticipantsPanel },
  silence: { title: 'Go on without an answer', Part: SilenceForm },
  embargo: { title: 'Embargo dates', Part: EmbargoPanel },
  override: { title: 'Override gates', Part: OverridePanel },
  finish: { title: 'Finish the case', Part: FinishForm },
  split: { title: 'Split the report into two cases', Part: SplitForm },
  link: { title: 'Another report of the same vulnerability', Part: LinkForm },
  move: { title: 'Move to another project', Part: MoveForm },
  follow: { title: 'Follow up an incomplete fix', Part: FollowUpForm },
  upstream: { title: 'Hand over to an upstream', Part: UpstreamPanel },
  exploitation: { title: 'Active exploitation', Part: ExploitationPanel },
}

/** What was asked for, above the page; the rest of the case stays in sight. It takes the focus when it opens, Escape closes it. */
export function CasePanels() {
  const { panel, to } = useCasePlace()
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (panel !== null && panel !== 'title') {
      box.current?.scrollIntoView({ block: 'nearest' })
      box.current?.focus({ preventScroll: true })
    }
  }, [panel])
  if (panel === null || panel === 'title') return null
  const { title, Part } = panels[panel]
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="panel-title"
      className="grid scroll-mt-16 gap-3 rounded-md border border-line bg-canvas p-4 shadow-float"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="panel-title" className="text-[1.25em]/[1.3]">
          {title}
        </h2>
        <PlaceLink href={to({ panel: null })} look="quiet" size="small" aria-keyshortcuts="Escape">
          Close
        </PlaceLink>
      </div>
      <div className="max-w-3xl">
        <Part />
      </div>
    </section>
  )
}
