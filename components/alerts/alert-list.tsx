'use client'

import { bound, listKeys } from '@/components/queue/key-tables'
import { usePageKeys } from '@/components/queue/page-keys'
import { useShortcuts } from '@/components/queue/use-shortcuts'
import { ActionForm } from '@/components/ui/action-form'
import { DoneNote } from '@/components/ui/done-note'
import { EmptyState } from '@/components/ui/empty-state'
import { controlId } from '@/components/ui/form-context'
import { FormDisclosure } from '@/components/ui/form-disclosure'
import { Pagination } from '@/components/ui/pagination'
import { SubmitButton } from '@/components/ui/submit-button'
import type { AlertFilters } from '@/domain/alerts/alert-filters'
import { dismissSeveralAction } from '@/server/alerts/actions'
import type { AlertQueue } from '@/server/alerts/alert-queue'
import { alertsHref } from './alert-href'
import { alertLinkId, AlertTable } from './alert-table'
import { DismissFields } from './dismiss-fields'

type Props = { queue: AlertQueue; filters: AlertFilters; after: string | undefined }

const formId = 'dismiss-several'

/** Alerts in one state; those that wait can be dismissed several at once. `j` and `k` move, Enter opens. */
export function AlertList({ queue: { alerts, next }, filters, after }: Props) {
  function move(by: 1 | -1) {
    const here = alerts.findIndex(({ id }) => document.activeElement?.id === alertLinkId(id))
    const target = alerts[here === -1 ? 0 : Math.min(Math.max(here + by, 0), alerts.length - 1)]
    if (target) document.getElementById(alertLinkId(target.id))?.focus()
  }
  useShortcuts(bound(listKeys, { next: () => move(1), before: () => move(-1) }))
  usePageKeys('list')
  const isOpen = filters.view === 'open'
  const isChoosing = isOpen && alerts.some(({ mayTriage }) => mayTriage)
  return (
    <div className="grid gap-4">
      {isOpen ? (
        <ActionForm id={formId} action={dismissSeveralAction} resetOnDone className="grid gap-3">
          {alerts.length === 0 ? (
            <NothingHere filters={filters} isFurther={after !== undefined} />
          ) : (
            <div id={controlId(formId, 'alert')} tabIndex={-1}>
              <AlertTable alerts={alerts} isChoosing={isChoosing} />
            </div>
          )}
          <DoneNote />
          {isChoosing && (
            <FormDisclosure summary="Dismiss the chosen alerts">
              <div className="grid max-w-2xl gap-4">
                <DismissFields />
                <div>
                  <SubmitButton variant="secondary" pendingLabel="Dismissing…">
                    Dismiss the chosen
                  </SubmitButton>
                </div>
              </div>
            </FormDisclosure>
          )}
        </ActionForm>
      ) : alerts.length === 0 ? (
        <NothingHere filters={filters} isFurther={after !== undefined} />
      ) : (
        <AlertTable alerts={alerts} isChoosing={false} />
      )}
      {(after || next) && (
        <Pagination
          summary={after ? 'Further alerts' : `The first ${alerts.length}`}
          previousHref={after ? alertsHref(filters) : undefined}
          nextHref={next ? alertsHref(filters, next) : undefined}
        />
      )}
    </div>
  )
}

function NothingHere({
  filters: { view, project },
  isFurther,
}: {
  filters: AlertFilters
  isFurther: boolean
}) {
  if (isFurther) return <EmptyState title="No further alert">Go back to the first ones.</EmptyState>
  if (view !== 'open')
    return (
      <EmptyState title="No alert here">Alerts come here once somebody has decided about them.</EmptyState>
    )
  return (
    <EmptyState title={project === undefined ? 'No alert waits' : 'No alert of this project waits'}>
      GitHub tells of vulnerable dependencies here once a lead has connected it, under Connections in the
      settings of the project.
    </EmptyState>
  )
}
