import { ok, type Result } from '@/lib/result'
import { refuseBecause, type Refusal } from '@/domain/cases/refusal'

/** May this person stop being an owner? Never the last one: nobody could make another. */
export function giveUpOwnership(personId: string, ownerIds: readonly string[]): Result<null, Refusal> {
  return ownerIds.some((id) => id !== personId)
    ? ok(null)
    : refuseBecause('last_owner', 'This is the last owner. Make somebody else an owner first.')
}
