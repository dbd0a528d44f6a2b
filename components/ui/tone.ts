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
