'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { useToast } from '@/components/ui/toast'
import type { Writing } from '@/domain/attention/writing'
import type { KeptDraft } from '@/server/attention/draft-rows'
import { readDraft, writeDraft } from './draft-fields'
import { DraftKeeper, type DraftState } from './draft-keeper'
import { useLooking } from './looking'

/** The form of a composer. */
const formOf = (writing: Writing): HTMLFormElement | null => {
  const form = document.getElementById(writing)
  return form instanceof HTMLFormElement ? form : null
}

/**
 * What somebody writes in a composer of the page, kept while they write. `initial` is what the fields begin with; the rest follows
 * the form with that id. Without scripts the form has a button of its own for it.
 */
export function useDraft(writing: Writing, mayWrite: boolean) {
  const { view } = useCase()
  const { types } = useLooking()
  const announce = useToast()
  const [initial, setInitial] = useState<KeptDraft | null>(view.drafts[writing] ?? null)
  const [state, setState] = useState<DraftState>(
    initial ? { kind: 'kept', keptAt: initial.keptAt } : { kind: 'none' },
  )
  const keeper = useRef<DraftKeeper | null>(null)
  const { reference } = view

  useEffect(() => {
    const made = new DraftKeeper(
      { reference, writing },
      () => {
        const form = formOf(writing)
        return form && readDraft(form)
      },
      setState,
      initial,
    )
    keeper.current = made
    const closing = () => void made.now(true)
    const hidden = () => {
      if (document.visibilityState === 'hidden') closing()
    }
    window.addEventListener('pagehide', closing)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      closing()
      made.stop()
      window.removeEventListener('pagehide', closing)
      document.removeEventListener('visibilitychange', hidden)
    }
    // What the page began with: later readings of the case must not begin the keeping anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [reference, writing])

  const changed = useCallback(() => {
    if (!mayWrite) return
    types(writing)
    keeper.current?.changed()
  }, [mayWrite, types, writing])

  const sent = useCallback(() => {
    types(null)
    setInitial(null)
    void keeper.current?.sent()
  }, [types])

  const discard = useCallback(async () => {
    const form = formOf(writing)
    if (!form) return
    const thrown = readDraft(form)
    try {
      await keeper.current?.discard()
    } catch {
      announce({ kind: 'failed', text: 'The draft could not be discarded: the desk cannot be reached.' })
      return
    }
    types(null)
    writeDraft(form, { body: '' })
    announce({
      text: 'Draft discarded.',
      action: {
        label: 'Undo',
        onPress: () => {
          const again = formOf(writing)
          if (again) writeDraft(again, thrown)
          keeper.current?.changed()
        },
      },
    })
  }, [announce, types, writing])

  const takeTheirs = useCallback(
    (current: KeptDraft) => {
      const form = formOf(writing)
      if (form) writeDraft(form, current.draft)
      keeper.current?.took(current)
    },
    [writing],
  )
  const keepMine = useCallback((current: KeptDraft | null) => {
    void keeper.current?.keepOver(current?.version ?? 0)
  }, [])

  return {
    initial: initial?.draft ?? null,
    version: initial?.version ?? 0,
    state,
    changed,
    sent,
    discard,
    takeTheirs,
    keepMine,
  }
}
