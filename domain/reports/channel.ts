/** Where a report came in. */
export const channels = ['web', 'email', 'api', 'github_advisory', 'dependency_alert'] as const
export type Channel = (typeof channels)[number]

/** Channels by which GitHub tells the team something: nobody waits at the other end, and nothing was promised to anybody. */
export const channelsOfGithub = ['github_advisory', 'dependency_alert'] as const satisfies readonly Channel[]

/** Whether somebody who was promised an answer sent the report, and reads what is written about it. */
export const hasReporter = (channel: Channel): boolean =>
  !(channelsOfGithub as readonly Channel[]).includes(channel)
