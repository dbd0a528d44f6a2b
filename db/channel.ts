/** The channel on which the database tells that something was changed; a trigger on the events speaks on it. */
export const changesChannel = 'desk_changes'

/** Who listens to a channel of the database. */
export interface ChannelListener {
  heard(payload: string): void
  /**
   * Called with true whenever listening begins, with false when the connection is lost. Between the two what was told is lost too.
   */
  hearing(isHearing: boolean): void
}

/** Ends the listening. */
export type StopListening = () => Promise<void>
