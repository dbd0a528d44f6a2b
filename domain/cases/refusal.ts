import { refuse } from '@/lib/result'

/** Why a rule said no: a code for machines, a sentence a person can act on. */
export interface Refusal {
  code: string
  reason: string
}

/** A refusal with a code for programs and a sentence that says what to do. */
export const refuseBecause = (code: string, reason: string) => refuse<Refusal>({ code, reason })
