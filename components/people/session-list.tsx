'use client'

import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Instant } from '@/lib/instant'
import { endOtherSessionsAction, endSessionAction } from '@/server/people/actions'

type Session = { sessionId: string; startedAt: Instant; browser: string; by: 'password' | 'mail' }

/** Where one is signed in. An ended session is signed out at its next request. */
export function SessionList({
  sessions,
  currentId,
}: {
  sessions: readonly Session[]
  currentId: string | null
}) {
  return (
    <div className="grid gap-4">
      <Table caption="Your sessions">
        <thead>
          <tr>
            <Th>Browser</Th>
            <Th>Signed in</Th>
            <Th>
              <span className="sr-only">End</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ sessionId, startedAt, browser, by }) => (
            <tr key={sessionId}>
              <Th scope="row">
                {browser} {sessionId === currentId && <Badge>this one</Badge>}
              </Th>
              <Td>
                <Time instant={startedAt} />
                {by === 'mail' && ', with a mailed link'}
              </Td>
              <Td className="text-right">
                {sessionId !== currentId && (
                  <ActionForm id={`session-${sessionId}`} action={endSessionAction} hidden={{ sessionId }}>
                    <SubmitButton variant="secondary" size="small" pendingLabel="Ending…">
                      End <span className="sr-only">the session of {browser}</span>
                    </SubmitButton>
                  </ActionForm>
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {sessions.length > 1 && (
        <ActionForm id="other-sessions" action={endOtherSessionsAction}>
          <SubmitButton variant="secondary" pendingLabel="Ending…">
            End all other sessions
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}
