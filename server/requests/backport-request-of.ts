import type { BackportRequest, BackportRequestState } from '@/domain/backports/backport-request'
import { backportContentOf, type RequestRow } from './request-content'

/** A stored backport request as the rules read it. */
export function backportRequestOf(row: RequestRow): BackportRequest {
  const { breakingChange, demonstration } = backportContentOf(row)
  return {
    state: row.state as BackportRequestState,
    breakingChange: breakingChange ?? '',
    demonstration: demonstration ?? '',
  }
}
