import { refuse } from '@/lib/result'

/** Why a rule said no: a code for machines, a sentence a person can act on. */
export interface Refusal {
  code: string
  reason: string
}

export const refuseBecause = (code: string, reason: string) => refuse<Refusal>({ code, reason })
