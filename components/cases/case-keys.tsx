'use client'

import { useEffect, useRef, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { goTo, useCasePlace } from './case-place'

const keys: { key: string; does: string }[] = [
  { key: 'r', does: 'Write to the reporter' },
  { key: 'n', does: 'Write an internal note' },
  { key: 'a', does: 'Assign or hand over' },
  { key: 'c', does: 'Claim: take the case yourself' },
  { key: 's', does: 'Severity' },
  { key: 'l', does: 'Release lines' },
  { key: 'u', does: 'Audit for similar problems' },
  { key: 'v', does: 'Advisory' },
  { key: 'e', does: 'Events' },
  { key: 'w', does: 'Widen the section, or show the conversation' },
  { key: 'Esc', does: 'Close what is open' },
  { key: '?', does: 'These keys' },
]

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
  const wanted = useRef<ComposerForm | null>(null)
  useEffect(() => {
    // The composer that was asked for is in sight once the page has gone to its place.
    if (wanted.current && focusComposer(wanted.current)) wanted.current = null
  }, [place])
  useEffect(() => {
    const { to, panel, form, isWide } = place
    const section = (name: string | null) => goTo(to({ section: name, form: null }))
    const acts: Record<string, () => void> = {
      r: () => {
        goTo(to({ section: null, write: null, wide: null }))
        wanted.current = focusComposer('reply') ? null : 'reply'
      },
      n: () => {
        goTo(to({ section: null, write: 'note', wide: null }))
        wanted.current = focusComposer('note') ? null : 'note'
      },
      a: () => goTo(to({ panel: 'assign' })),
      c: () => goTo(to({ panel: 'assign' })),
      s: () => section('severity'),
      l: () => section('lines'),
      u: () => section('audit'),
      v: () => section('advisory'),
      e: () => section('events'),
      w: () => goTo(to({ wide: isWide ? null : '1' })),
      '?': () => setShown(true),
    }
    function press(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return
      if (event.key === 'Escape' && (panel !== null || form !== null)) {
        if (!isTyping(event.target)) goTo(to({ panel: null, form: null }))
        return
      }
      if (isTyping(event.target)) return
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [place])
  return (
    <>
      <p className="text-sm text-muted max-md:hidden">
        <button type="button" className="min-h-6 underline" onClick={() => setShown(true)}>
          Keys
        </button>{' '}
        <Kbd>?</Kbd>
      </p>
      <Dialog title="Keys of this page" open={isShown} onOpenChange={setShown}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          {keys.map(({ key, does }) => (
            <div key={key} className="contents">
              <dt>
                <Kbd>{key}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
