/** The key of the timer that reminds of an upstream's silence. */
export const chaseTimer = (handoverId: string): string => `upstreams.chase:${handoverId}`
