'use client'

import { useEffect, useRef, useState } from 'react'
import { bound, caseKeys, everywhereKeys } from '@/components/queue/key-tables'
import { QueueKeys } from '@/components/queue/queue-keys'
import { useSingleKeys } from '@/components/queue/use-shortcuts'
import { Kbd } from '@/components/ui/kbd'
import { goTo, useCasePlace } from './case-place'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    !!target.closest('[role=dialog]'))

type ComposerForm = 'reply' | 'note'

/** Goes to the field of a composer; false while it is still out of sight. */
function focusComposer(form: ComposerForm): boolean {
  const field = document.getElementById(`${form}-body`)
  if (!field || field.offsetParent === null) return false
  field.scrollIntoView({ block: 'center' })
  field.focus({ preventScroll: true })
  return true
}

/** The keys of a case page, the same letters as in the queue, and the list of them. */
export function CaseKeys() {
  const place = useCasePlace()
  const [isShown, setShown] = useState(false)
  const [isOn] = useSingleKeys()
  const wanted = useRef<ComposerForm | null>(null)
  useEffect(() => {
    // The composer that was asked for is in sight once the page has gone to its place.
    if (wanted.current && focusComposer(wanted.current)) wanted.current = null
  }, [place])
  useEffect(() => {
    const { to, panel, form, isWide } = place
    const section = (name: string | null) => goTo(to({ section: name, form: null }))
    const ownActs = bound(caseKeys, {
      write: () => {
        goTo(to({ section: null, write: null, wide: null }))
        wanted.current = focusComposer('reply') ? null : 'reply'
      },
      note: () => {
        goTo(to({ section: null, write: 'note', wide: null }))
        wanted.current = focusComposer('note') ? null : 'note'
      },
      assign: () => goTo(to({ panel: 'assign' })),
      claim: () => goTo(to({ panel: 'assign' })),
      severity: () => section('severity'),
      lines: () => section('lines'),
      audit: () => section('audit'),
      advisory: () => section('advisory'),
      events: () => section('events'),
      widen: () => goTo(to({ wide: isWide ? null : '1' })),
      tag: () => goTo(to({ panel: 'tags' })),
    })
    const acts = { ...ownActs, ...bound(everywhereKeys, { keys: () => setShown(true) }) }
    function press(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
      if (event.key === 'Escape' && (panel !== null || form !== null)) {
        if (!isTyping(event.target)) goTo(to({ panel: null, form: null }))
        return
      }
      if (!isOn || isTyping(event.target)) return
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [place, isOn])
  return (
    <>
      <p className="text-sm text-muted max-md:hidden">
        <button type="button" className="min-h-6 underline" onClick={() => setShown(true)}>
          Keys
        </button>{' '}
        <Kbd>?</Kbd>
      </p>
      {isShown && <QueueKeys groups={['case']} open onOpenChange={setShown} />}
    </>
  )
}
