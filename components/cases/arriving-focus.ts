'use client'

import { useEffect } from 'react'
import { goTo, useCasePlace, type CaseSection } from './case-place'

export const nextStepId = 'next-step'
export const partId = (section: CaseSection): string => `part-${section}`

let wanted: string | null = null

/** Takes the keyboard there; false while it is still out of sight. */
function focusOn(id: string): boolean {
  const element = document.getElementById(id)
  if (!element?.checkVisibility()) return false
  element.scrollIntoView({ block: element.matches('textarea') ? 'center' : 'start' })
  element.focus({ preventScroll: true })
  return true
}

/** Goes to another place of the page, and with the keyboard to the element with that id. */
export function goWithFocus(href: string, id: string): void {
  goTo(href)
  wanted = focusOn(id) ? null : id
}

/** What was asked for takes the keyboard once the page has gone to its place. */
export function useArrivingFocus(): void {
  const place = useCasePlace()
  useEffect(() => {
    if (wanted && focusOn(wanted)) wanted = null
  }, [place])
}

/** The card that says what is next. */
export const nextStepCard = (): HTMLElement | null => document.getElementById(nextStepId)

/** Goes to what does the next step, or else to the card that says why nothing does. */
export function goToNextStep(): void {
  const card = nextStepCard()
  card?.scrollIntoView({ block: 'nearest' })
  const act = card?.querySelector<HTMLElement>('a, button') ?? card
  act?.focus({ preventScroll: true })
}
