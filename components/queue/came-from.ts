'use client'

import { useEffect } from 'react'
import type { QueueFilters } from '@/domain/cases/queue-filters'
import { queueHref } from './queue-href'

interface Place {
  href: string
  reference: string | null
}

// Of this browser tab alone: it is written in effects, never on a server.
let place: Place | null = null

/** The address of the queue as it was left last in this tab: with its filters and its page. */
export const queueCameFrom = (): string => place?.href ?? '/console'

/** The case to go on with in this queue: the one that was looked at last, when one comes from there; else null. */
export const rowCameFrom = (filters: QueueFilters): string | null =>
  place?.href === queueHref(filters) ? place.reference : null

/** Whoever goes back to the queue from the page of a case finds that case selected. */
export function useKeptCase(reference: string): void {
  useEffect(() => {
    if (place) place = { ...place, reference }
  }, [reference])
}

/** Keeps which case the keys act on, for whoever comes back to the queue. */
export function useKeptRow(filters: QueueFilters, reference: string | undefined): void {
  const href = queueHref(filters)
  useEffect(() => {
    place = { href, reference: reference ?? null }
  }, [href, reference])
}
