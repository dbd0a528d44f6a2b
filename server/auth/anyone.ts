import type { Actor } from '@/domain/access/actor'

/** Somebody we know nothing about, which is enough for everything public. */
export const anyone: Actor = { kind: 'anyone' }
