import type { Tone } from '@/components/ui/tone'
import type { Affectedness, Plan, Work } from '@/domain/backports/line-status'
import type { Urgency } from '@/domain/clocks/clock'

export const urgencyTone: Readonly<Record<Urgency, Tone>> = {
  overdue: 'overdue',
  due_soon: 'due-soon',
  on_track: 'on-track',
  paused: 'paused',
  met: 'neutral',
}

export const urgencyLabel: Readonly<Record<Urgency, string>> = {
  overdue: 'Overdue',
  due_soon: 'Due soon',
  on_track: 'On track',
  paused: 'Paused',
  met: 'Kept',
}

export const affectednessLabel: Readonly<Record<Affectedness, string>> = {
  unknown: 'Not judged yet',
  affected: 'Affected',
  not_affected: 'Not affected',
}

export const planLabel: Readonly<Record<Plan, string>> = {
  fix: 'Fix',
  wont_fix: 'No fix',
  out_of_support: 'Out of support',
}

export const workLabel: Readonly<Record<Work, string>> = {
  todo: 'To do',
  in_progress: 'In progress',
  in_review: 'In review',
  merged: 'Merged',
  released: 'Released',
  verified: 'Verified',
}

/** Where a report came in. */
export const channelLabel: Readonly<Record<string, string>> = {
  web: 'web form',
  email: 'email',
  api: 'API',
  github_advisory: 'GitHub advisory',
  dependency_alert: 'dependency alert',
  assessment: 'assessment',
}
