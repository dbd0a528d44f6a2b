import type { MouseEvent } from 'react'
import { absoluteTime } from '@/lib/describe-time'
import { toInstant, type Instant } from '@/lib/instant'

/**
 * Gives what is under the pointer its title: a moment in the viewer's zone and in UTC, a row of signs in words, a link that is
 * cut off in full. Done for the one pointed at, because writing a hundred of them costs the server more than the table.
 */
export function spellOut(event: MouseEvent, now: Instant): void {
  const pointed = event.target instanceof Element ? event.target.closest('time, [role=img], a') : null
  if (pointed instanceof HTMLTimeElement) pointed.title = momentInZones(pointed, now)
  else if (pointed instanceof HTMLAnchorElement) pointed.title = isCut(pointed) ? pointed.innerText : ''
  else if (pointed instanceof HTMLElement)
    pointed.title = pointed.getAttribute('aria-label')?.replaceAll('; ', '\n') ?? ''
}

function momentInZones({ dateTime }: HTMLTimeElement, now: Instant): string {
  const instant = toInstant(dateTime)
  const zones = new Set([Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC'])
  return [...zones].map((zone) => absoluteTime(instant, zone, now)).join('\n')
}

const isCut = (element: HTMLElement): boolean =>
  element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight
