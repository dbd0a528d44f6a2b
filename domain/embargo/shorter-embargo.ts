/**
 * Whether to suggest an earlier announcement, and in which words: a bug that a second finder met on their own is easier to find
 * than was thought, and others may hold it already. null: no reason to.
 */
export function shorterEmbargo(known: { isAnnounced: boolean; otherFinders: number }): string | null {
  if (known.isAnnounced || known.otherFinders === 0) return null
  const finders =
    known.otherFinders === 1 ? 'A second finder has' : `${known.otherFinders} further finders have`
  return `${finders} met the same vulnerability on their own, so others may know it too. Consider announcing earlier: release first, then propose a shorter embargo to everyone who reported it.`
}
