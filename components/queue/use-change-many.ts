'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { useToast } from '@/components/ui/toast'
import { chosenText, type ManyAct, type ManyChanged } from '@/domain/cases/change-many'
import { idleForm, type FormState } from '@/lib/form-state'
import { changeManyAction } from '@/server/cases/actions'
import type { QueueRow } from '@/server/cases/queue-rows'
import { casesKey } from './queue-query-options'
import { UndoStack } from './undo-stack'

const notSent: FormState<ManyChanged> = {
  ...idleForm(),
  status: 'failed',
  message: 'This could not be sent. Nothing was changed. Check your connection and try again.',
}

type Undo = NonNullable<ManyChanged['undo']>
type Fields = { act: ManyAct; cases: readonly string[]; to?: string; label?: string }

/**
 * Changes rows of the queue and says how it went, each with its own way back where there is one. What one saw of a row goes along, so that
 * nobody is overruled unseen.
 */
export function useChangeMany() {
  const client = useQueryClient()
  const announce = useToast()
  const undos = useRef<UndoStack<Undo>>(null)
  undos.current ??= new UndoStack()

  const send = useCallback(
    async ({ cases, ...fields }: Fields) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      for (const one of cases) form.append('case', one)
      const state = await changeManyAction(idleForm(), form).catch(() => notSent)
      await client.invalidateQueries({ queryKey: casesKey })
      return state
    },
    [client],
  )
  /** Takes back this change, or the latest. */
  const undo = useCallback(
    async (which?: Undo) => {
      const taken = undos.current?.take(which)
      if (!taken)
        return announce({
          kind: 'failed',
          text: which ? 'This was undone already.' : 'Nothing to undo.',
        })
      const state = await send(taken)
      if (state === notSent) undos.current?.add(taken)
      announce({
        kind: state.status === 'done' ? 'done' : 'failed',
        text: state.status === 'done' ? `Undone. ${state.message}` : (state.message ?? notSent.message),
      })
    },
    [send, announce],
  )
  const change = useCallback(
    async (fields: Fields, said?: string): Promise<boolean> => {
      const state = await send(fields)
      const way = state.data?.undo
      if (way) undos.current?.add(way)
      const isWhole = state.status === 'done' && state.data?.refused.length === 0
      announce({
        kind: isWhole ? 'done' : 'failed',
        text: isWhole ? (said ?? state.message) : (state.message ?? firstError(state)),
        ...(way && { action: { label: 'Undo', onPress: () => void undo(way) } }),
      })
      return state.status === 'done'
    },
    [send, undo, announce],
  )
  return { change, undo }
}

const firstError = (state: FormState): string | undefined =>
  Object.values(state.fieldErrors)[0]?.[0] ?? notSent.message

/** Rows as the form names them, with the handler one sees. */
export const asSeen = (rows: readonly QueueRow[]): string[] =>
  rows.map(({ reference, handler }) => chosenText({ reference, seen: handler?.id ?? '' }))
