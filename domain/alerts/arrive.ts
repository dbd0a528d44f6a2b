import type { Instant } from '@/lib/instant'
import type { AlertState, Dismissal, RemoteState } from './alert'

/** How an alert stands at the desk. */
export interface StandingAlert {
  state: AlertState
  /** Whether GitHub settled it, and not a person. */
  settledAtSource: boolean
  /** Why a person dismissed it; null: nobody did. */
  dismissal: Dismissal | null
  /** A version with the fix is known. */
  hasFix: boolean
  remoteState: RemoteState
  remoteChangedAt: Instant
}

type News = { state: RemoteState; changedAt: Instant; isReopening: boolean; hasFix: boolean }

/**
 * How an alert stands after GitHub said something of it; null: that is old news, and changes nothing. Deliveries come in any order: what
 * changed later there counts, whenever it is told; of one second a closed state wins over an open one that is no reopening. What a
 * person decided here stays, but a hole that was fixed and is back is to be triaged again, and so is one that was dismissed because
 * there was no fix, once there is one. A case goes on, whatever GitHub says.
 */
export function arrive(known: StandingAlert | null, news: News): StandingAlert | null {
  const remote = { remoteState: news.state, remoteChangedAt: news.changedAt, hasFix: news.hasFix }
  if (known === null) return { ...standing(news.state), ...remote }
  if (news.changedAt < known.remoteChangedAt) return null
  if (news.changedAt === known.remoteChangedAt) {
    const isClosing = known.remoteState === 'open' && news.state !== 'open'
    if (news.state === known.remoteState || (!isClosing && !news.isReopening)) return null
  }
  if (known.state === 'taken') return { ...known, ...remote }
  const isOurs = known.state !== 'open' && !known.settledAtSource
  if (!isOurs) return { ...standing(news.state), ...remote }
  const isBack = known.state === 'fixed' && news.state === 'open' && known.remoteState !== 'open'
  const waitedForFix = known.state === 'dismissed' && known.dismissal === 'no_fix_yet' && !known.hasFix
  const isFixable = waitedForFix && news.hasFix && news.state === 'open'
  return isBack || isFixable ? { ...standing('open'), ...remote } : { ...known, ...remote }
}

/** What GitHub's word alone makes of it. */
function standing(remote: RemoteState): Pick<StandingAlert, 'state' | 'settledAtSource' | 'dismissal'> {
  if (remote === 'open') return { state: 'open', settledAtSource: false, dismissal: null }
  return { state: remote === 'fixed' ? 'fixed' : 'dismissed', settledAtSource: true, dismissal: null }
}
