/** Why nothing can be written about what GitHub or an assessment brought. */
export const nobodyReads = 'Nobody sent this report, so nobody would read it. Write an internal note.'
