'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useToast } from '@/components/ui/toast'
import { idleForm, type FormState } from '@/lib/form-state'
import { assignHandlerAction } from '@/server/cases/actions'
import type { QueueRow } from '@/server/cases/queue-rows'
import { casesKey } from './queue-query-options'

type Person = { id: string; name: string }

const notSent: FormState = {
  ...idleForm(),
  status: 'failed',
  message: 'The assignment could not be sent. Nothing was changed. Check your connection and try again.',
}

/** Makes a person the primary handler of a row, and says how it went. What one saw goes along, so that nobody is overruled unseen. */
export function useAssign() {
  const client = useQueryClient()
  const announce = useToast()
  return useCallback(
    async (row: QueueRow, to: Person) => {
      const form = new FormData()
      form.set('case', row.reference)
      form.set('to', to.id)
      form.set('from', row.handler?.id ?? '')
      const state = await assignHandlerAction(idleForm(), form).catch(() => notSent)
      await client.invalidateQueries({ queryKey: casesKey })
      if (state.status === 'done') announce({ text: `${to.name} answers for ${row.reference} now.` })
      else announce({ kind: 'failed', text: state.message ?? notSent.message })
    },
    [client, announce],
  )
}
