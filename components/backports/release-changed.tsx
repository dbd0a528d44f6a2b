'use client'

import { workLabel } from '@/components/cases/case-words'
import { ChangedMeanwhile, type useSeenVersion } from '@/components/cases/changed-meanwhile'
import type { LineView } from '@/server/cases/case-view-lines'

type Props = { line: LineView; version: ReturnType<typeof useSeenVersion<number>> }

const standsNow = ({ release, work }: LineView): string => {
  if (release) return `released in ${release.version}`
  return work ? workLabel[work].toLowerCase() : 'no release'
}

/** Says that somebody changed the line while its release was being written, and how it stands now. */
export const ReleaseChanged = ({ line, version: { isStale, keepMine, takeTheirs } }: Props) =>
  isStale && (
    <ChangedMeanwhile who={line.changedBy} keepMine={keepMine} takeTheirs={takeTheirs}>
      {standsNow(line)}
    </ChangedMeanwhile>
  )
