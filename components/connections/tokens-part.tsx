'use client'

import { ActionForm } from '@/components/ui/action-form'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { Time } from '@/components/ui/time'
import { makeGateTokenAction, revokeGateTokenAction } from '@/server/tokens/actions'
import type { ConnectionSettings } from '@/server/tokens/connection-settings'
import { SecretShown } from './secret-shown'

type Props = { settings: ConnectionSettings; lockedBecause?: string }

/** The tokens with which programs ask the release gate. */
export function TokensPart({ settings: { project, tokens }, lockedBecause }: Props) {
  return (
    <div className="grid gap-5">
      {tokens.length === 0 ? (
        <EmptyState title="No token yet">
          A pipeline that asks whether a release may go out needs one.
        </EmptyState>
      ) : (
        <Table caption="Tokens">
          <thead>
            <tr>
              <Th>Held by</Th>
              <Th className="max-md:hidden">Made</Th>
              <Th>Last used</Th>
              <Th>
                <span className="sr-only">Revoke</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ id, name, madeAt, madeBy, lastUsedAt }) => (
              <tr key={id}>
                <Th scope="row">{name}</Th>
                <Td className="text-muted max-md:hidden">
                  {madeBy}, <Time instant={madeAt} show="absolute" />
                </Td>
                <Td className="text-muted">
                  {lastUsedAt ? <Time instant={lastUsedAt} show="relative" /> : 'never'}
                </Td>
                <Td>
                  <ActionForm
                    id={`revoke-${id}`}
                    action={revokeGateTokenAction}
                    hidden={{ project: project.slug, token: id }}
                  >
                    <SubmitButton
                      variant="secondary"
                      size="small"
                      aria-label={`Revoke the token of ${name}`}
                      pendingLabel="Revoking…"
                      disabledReason={lockedBecause}
                    >
                      Revoke
                    </SubmitButton>
                  </ActionForm>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <ActionForm<{ token: string }>
        id="token"
        action={makeGateTokenAction}
        hidden={{ project: project.slug }}
        className="grid max-w-2xl gap-4"
      >
        {(state) => (
          <>
            {state.status === 'done' && state.data && (
              <SecretShown
                title="The token"
                secret={state.data.token}
                note="Store it as a secret of the pipeline, named DISCLOSURE_DESK_TOKEN."
              />
            )}
            <TextInput name="name" label="Who will hold it" hint="Such as the name of the pipeline." />
            <div>
              <SubmitButton pendingLabel="Making…" disabledReason={lockedBecause}>
                Make a token
              </SubmitButton>
            </div>
          </>
        )}
      </ActionForm>
    </div>
  )
}
