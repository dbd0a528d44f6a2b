'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Checkbox } from '@/components/ui/checkbox'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { choosableKinds, hasConsole, wordsOf } from '@/domain/notifications/choosable-kinds'
import { chooseNotificationsAction } from '@/server/notifications/actions'
import type { OwnChoices } from '@/server/notifications/choices'

/** Which news stand in the console's list, and which come by mail. */
export function ChoicesForm({ choices }: { choices: OwnChoices }) {
  return (
    <ActionForm id="notification-choices" action={chooseNotificationsAction} className="grid gap-4">
      <Table caption="How you are told of what">
        <thead>
          <tr>
            <Th>News</Th>
            <Th>Console</Th>
            <Th>Mail</Th>
          </tr>
        </thead>
        <tbody>
          {choosableKinds.map((kind) => {
            const { says, when } = wordsOf(kind)
            return (
              <tr key={kind}>
                <Th scope="row">
                  {says}
                  <span className="block text-sm font-normal text-muted">{when}</span>
                </Th>
                <Td>
                  {hasConsole(kind) ? (
                    <Checkbox
                      name="console"
                      value={kind}
                      label={`${says}: in the console`}
                      hideLabel
                      defaultChecked={choices[kind].console}
                    />
                  ) : (
                    <span className="text-sm text-muted">mail only</span>
                  )}
                </Td>
                <Td>
                  <Checkbox
                    name="mail"
                    value={kind}
                    label={`${says}: by mail`}
                    hideLabel
                    defaultChecked={choices[kind].mail}
                  />
                </Td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      <FormFoot>
        <SubmitButton pendingLabel="Saving…">Save notifications</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
