/** What a mark tells. How bad: critical to low. How urgent: overdue to paused. */
export type Tone =
  | 'neutral'
  | 'accent'
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'overdue'
  | 'due-soon'
  | 'on-track'
  | 'paused'
  | 'inside'
  | 'outside'

/** Text of a tone on any plain ground. */
export const toneText: Record<Tone, string> = {
  neutral: 'text-muted',
  accent: 'text-accent',
  critical: 'text-critical',
  high: 'text-high',
  medium: 'text-medium',
  low: 'text-low',
  overdue: 'text-overdue',
  'due-soon': 'text-due-soon',
  'on-track': 'text-on-track',
  paused: 'text-paused',
  inside: 'text-inside',
  outside: 'text-outside',
}
