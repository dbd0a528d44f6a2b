'use client'

import { useContext, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { FormContext } from '@/components/ui/form-context'
import { useViewerZone } from '@/components/ui/viewer-zone'
import type { Catalogue } from '@/domain/languages/en'
import { dropDraft, keepDraft, restoreDraft } from './draft'

const restMs = 400

/** What is meant to be ciphertext is not kept in clear. */
const isToBeEncrypted = (form: HTMLFormElement) => new FormData(form).has('encryptHere')

/** Keeps what is typed into the surrounding form in this browser, says so, and offers to forget it. Nothing without scripts. */
export function ReportDraft({ project, words }: { project: string; words: Catalogue['reportForm'] }) {
  const place = useRef<HTMLDivElement>(null)
  const isLive = useViewerZone() !== null
  const { status } = useContext(FormContext).state
  const wasSent = useRef(status !== 'idle')

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!isLive || !form) return
    // What came back from a refused form is newer than the draft.
    if (!wasSent.current) restoreDraft(project, form)
    let rest: ReturnType<typeof setTimeout> | undefined
    const keep = () => {
      clearTimeout(rest)
      rest = setTimeout(() => (isToBeEncrypted(form) ? dropDraft : keepDraft)(project, form), restMs)
    }
    form.addEventListener('input', keep)
    return () => {
      clearTimeout(rest)
      form.removeEventListener('input', keep)
    }
  }, [project, isLive])

  function clear() {
    place.current?.closest('form')?.reset()
    dropDraft(project)
  }

  return (
    <div ref={place} className="text-sm text-muted">
      {isLive && (
        <p className="flex flex-wrap items-center gap-x-3">
          {words.draft}
          <Button variant="quiet" size="small" onClick={clear}>
            {words.clearDraft}
          </Button>
        </p>
      )}
    </div>
  )
}
