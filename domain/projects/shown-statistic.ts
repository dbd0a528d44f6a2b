/** What a project can show of how it works, each switched on by the project itself. */
export const shownStatistics = ['kept_promises', 'time_to_acknowledge', 'time_to_fix'] as const
export type ShownStatistic = (typeof shownStatistics)[number]

/** What a new project shows. */
export const firstShown: readonly ShownStatistic[] = ['kept_promises']

export const statisticLabel: Readonly<Record<ShownStatistic, string>> = {
  kept_promises: 'Share of promises kept',
  time_to_acknowledge: 'Time until a maintainer answers',
  time_to_fix: 'Time until the fix is released',
}
