'use client'

import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { markAllReadAction, markReadAction } from '@/server/notifications/actions'
import type { NotificationRow } from '@/server/notifications/own-notifications'
import { unreadQueryOptions } from './unread-query-options'

type Props = { rows: readonly NotificationRow[]; unread: number; show: 'all' | 'unread' }

/** One's notifications, the newest first; what is unread is marked by a sign and a word. */
export function NotificationList({ rows, unread, show }: Props) {
  const client = useQueryClient()
  const recount = () => void client.invalidateQueries({ queryKey: unreadQueryOptions.queryKey })
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label="Which notifications" className="flex gap-4">
          <Link
            href="/console/notifications"
            aria-current={show === 'all' ? 'page' : undefined}
            className="aria-[current=page]:font-semibold"
          >
            All
          </Link>
          <Link
            href="/console/notifications?show=unread"
            aria-current={show === 'unread' ? 'page' : undefined}
            className="aria-[current=page]:font-semibold"
          >
            Unread ({unread})
          </Link>
        </nav>
        {unread > 0 && (
          <ActionForm id="all-read" action={markAllReadAction} onDone={recount}>
            <SubmitButton variant="secondary" size="small" pendingLabel="Marking…">
              Mark all as read
            </SubmitButton>
          </ActionForm>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState title={show === 'unread' ? 'You have read everything' : 'No notifications yet'}>
          <p>
            News of your projects stands here: new reports, answers of reporters, promises that are overdue.
            In <a href="/console/account#notifications">your account</a> you choose which, and which come by
            mail.
          </p>
        </EmptyState>
      ) : (
        <ul aria-label="Notifications" className="border-t border-line">
          {rows.map((row) => (
            <Row key={row.id} row={row} onRead={recount} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({ row, onRead }: { row: NotificationRow; onRead: () => void }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line py-2.5">
      <div className="min-w-0">
        <p>
          {!row.isRead && (
            <span className="mr-1.5 text-sm font-medium text-accent">
              <span aria-hidden="true">● </span>Unread
            </span>
          )}
          <Link
            href={row.path}
            prefetch={false}
            className={row.isRead ? 'text-text' : 'font-medium text-text'}
          >
            {row.says}
            {row.reference && (
              <>
                : <span className="font-mono whitespace-nowrap">{row.reference}</span>
              </>
            )}
          </Link>
        </p>
        <p className="text-sm text-muted">
          {row.project} · <Time instant={row.at} />
          {row.insteadOf && ` · for ${row.insteadOf}, who is away`}
        </p>
      </div>
      {!row.isRead && (
        <ActionForm
          id={`read-${row.id}`}
          action={markReadAction}
          hidden={{ notification: row.id }}
          onDone={onRead}
        >
          <SubmitButton variant="quiet" size="small" pendingLabel="Marking…">
            Mark as read
            <span className="sr-only">
              : {row.says}, {row.reference ?? row.project}
            </span>
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  )
}
