'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { queueCameFrom, useKeptCase } from '@/components/queue/came-from'
import { bound, caseKeys } from '@/components/queue/key-tables'
import { showKeys, usePageKeys } from '@/components/queue/page-keys'
import { useSingleKeys } from '@/components/queue/use-shortcuts'
import { Kbd } from '@/components/ui/kbd'
import { goToNextStep, goWithFocus, partId } from './arriving-focus'
import { useCase } from './case-context'
import { goTo, useCasePlace, type CaseSection } from './case-place'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    !!target.closest('[role=dialog]'))

/** The keys of a case page, the same letters as in the queue. */
export function CaseKeys() {
  const place = useCasePlace()
  const [isOn] = useSingleKeys()
  const router = useRouter()
  usePageKeys('case')
  useKeptCase(useCase().view.reference)
  useEffect(() => {
    const { to, panel, form, isWide } = place
    const section = (name: CaseSection) => goWithFocus(to({ section: name, form: null }), partId(name))
    const acts = bound(caseKeys, {
      nextStep: goToNextStep,
      queue: () => router.push(queueCameFrom()),
      write: () => goWithFocus(to({ section: null, write: null, wide: null }), 'reply-body'),
      note: () => goWithFocus(to({ section: null, write: 'note', wide: null }), 'note-body'),
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
  }, [place, isOn, router])
  return (
    <p className="text-sm text-muted max-md:hidden print:hidden">
      <button type="button" className="min-h-6 underline" onClick={() => showKeys()}>
        Keys
      </button>{' '}
      <Kbd>?</Kbd>
    </p>
  )
}
