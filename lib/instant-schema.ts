import { z } from 'zod'
import type { Instant } from './instant'

/** An instant in JSON, in its one form: `2026-11-20T21:00:00.000Z`. */
export const instantSchema = z.iso
  .datetime({ precision: 3, error: 'Use an instant like 2026-11-20T21:00:00.000Z.' })
  .transform((text) => text as Instant)
