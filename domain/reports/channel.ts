/** Where a report came in. */
export const channels = ['web', 'email', 'api', 'github_advisory', 'dependency_alert', 'assessment'] as const
export type Channel = (typeof channels)[number]

/** Channels without anybody at the other end: GitHub told the team, or the team found it. Nothing was promised to anybody. */
export const channelsWithoutReporter = [
  'github_advisory',
  'dependency_alert',
  'assessment',
] as const satisfies readonly Channel[]

/** Whether somebody who was promised an answer sent the report, and reads what is written about it. */
export const hasReporter = (channel: Channel): boolean =>
  !(channelsWithoutReporter as readonly Channel[]).includes(channel)
