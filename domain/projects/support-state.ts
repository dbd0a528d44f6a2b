import { isSupported } from '@/domain/backports/supported'
import type { ReleaseLine } from '@/domain/backports/line-status'
import type { Instant } from '@/lib/instant'

export type SupportState = 'development' | 'upcoming' | 'supported' | 'ended'

/** What a line is at the instant, derived from its dates. */
export function supportState(line: ReleaseLine, at: Instant): SupportState {
  if (line.isDevelopment) return 'development'
  if (isSupported(line, at)) return 'supported'
  return at < line.supportedFrom ? 'upcoming' : 'ended'
}

/** The state as a screen says it. */
export const supportStateSaid: Record<SupportState, string> = {
  development: 'In development',
  upcoming: 'Not yet supported',
  supported: 'Supported',
  ended: 'Support ended',
}
