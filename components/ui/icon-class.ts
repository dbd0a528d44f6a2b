/** The drawn signs of the console (Lucide's), as classes of the element before whose text they stand; `icons.css` draws them. */
export const iconClass = {
  alerts: 'icon icon-[lucide--siren]',
  calendar: 'icon icon-[lucide--calendar-days]',
  close: 'icon icon-[lucide--x]',
  file: 'icon icon-[lucide--paperclip]',
  incoming: 'icon icon-[lucide--mail-open]',
  jobs: 'icon icon-[lucide--list-checks]',
  notifications: 'icon icon-[lucide--bell]',
  numbers: 'icon icon-[lucide--chart-column]',
  outbox: 'icon icon-[lucide--send]',
  people: 'icon icon-[lucide--users]',
  places: 'icon icon-[lucide--menu]',
  projects: 'icon icon-[lucide--briefcase]',
  queue: 'icon icon-[lucide--inbox]',
  requests: 'icon icon-[lucide--message-circle-question-mark]',
  restricted: 'icon icon-[lucide--lock]',
  search: 'icon icon-[lucide--search]',
} as const

export type IconName = keyof typeof iconClass
