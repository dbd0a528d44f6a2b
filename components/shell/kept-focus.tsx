'use client'

import { useEffect } from 'react'
import { landingNow } from './landing'

/**
 * The keyboard never falls back to the top of a page: when a form closes, a row moves or another page comes, it stays where it was, or
 * goes where work goes on. Whoever points elsewhere with the mouse is left alone.
 */
export function KeptFocus() {
  useEffect(() => {
    let last: HTMLElement | null = null
    let frame = 0
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last = target
    }
    const forget = () => {
      last = null
    }
    function look() {
      frame = 0
      const { activeElement, body } = document
      if (!last || (activeElement !== null && activeElement !== body)) return
      const next = canTakeFocus(last)
        ? last
        : (madeAnew(last) ?? landingNow() ?? document.getElementById('main'))
      next?.scrollIntoView({ block: 'nearest' })
      next?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(look)
    })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', forget)
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['hidden', 'disabled', 'class'],
    })
    return () => {
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', forget)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])
  return null
}

const canTakeFocus = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled')

/** The same choice in a form that was made anew: whoever narrows a list goes on narrowing. */
const madeAnew = (element: HTMLElement): HTMLElement | null =>
  element instanceof HTMLSelectElement
    ? document.querySelector<HTMLSelectElement>(`main select[name="${CSS.escape(element.name)}"]`)
    : null
