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

/** Sign of a tone for those who do not tell the colours apart. Null where the word alone is the sign. */
export const toneSign: Record<Tone, string | null> = {
  neutral: null,
  accent: null,
  critical: '▲▲',
  high: '▲',
  medium: '■',
  low: '▽',
  overdue: '!',
  'due-soon': '◔',
  'on-track': '✓',
  paused: '‖',
  inside: null,
  outside: null,
}

/** Text on the soft ground of its tone. */
export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-hover text-muted border-transparent',
  accent: 'bg-accent-soft text-accent border-transparent',
  critical: 'bg-critical text-on-critical border-transparent',
  high: 'bg-high-soft text-high border-transparent',
  medium: 'bg-medium-soft text-medium border-transparent',
  low: 'bg-low-soft text-low border-transparent',
  overdue: 'bg-overdue-soft text-overdue border-transparent',
  'due-soon': 'bg-due-soon-soft text-due-soon border-transparent',
  'on-track': 'bg-on-track-soft text-on-track border-transparent',
  paused: 'bg-paused-soft text-paused border-transparent',
  inside: 'bg-inside-soft text-inside border-transparent',
  outside: 'bg-outside-soft text-outside border-transparent',
}

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
