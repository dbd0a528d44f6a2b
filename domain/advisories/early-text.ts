import type { LeakFinding } from './leak-lint'
import { isStopped, lintAfterAnnouncement, lintBeforeAnnouncement, type Secrets } from './leak-lint'
import { neutralWord } from './neutral-word'
import { releaseNote } from './release-note'

/** Texts that go public while a case is under embargo. */
export const earlyTextKinds = ['commit_message', 'pull_request', 'branch', 'release_note'] as const
export type EarlyTextKind = (typeof earlyTextKinds)[number]

export const earlyTextLabel: Readonly<Record<EarlyTextKind, string>> = {
  commit_message: 'Commit message',
  pull_request: 'Pull request title or text',
  branch: 'Branch name',
  release_note: 'Release note',
}

/** A finding with its place as editors count: the first line and the first column are 1; null when something is missing. */
export interface PlacedFinding extends Omit<LeakFinding, 'index'> {
  line: number | null
  column: number | null
  /** What to write in its place; empty: leave it out. null: nothing has to be replaced. */
  proposal: string | null
}

export interface EarlyTextAnswer {
  /** Whether the text must not go out as it is. */
  isStopped: boolean
  findings: PlacedFinding[]
  /** A text of the kind that tells nothing; null when there is nothing to replace. */
  neutral: string | null
}

function placeOf(text: string, index: number): { line: number; column: number } {
  const before = text.slice(0, index).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const placed = (text: string, { index, ...finding }: LeakFinding): PlacedFinding => ({
  ...finding,
  ...(index === null ? { line: null, column: null } : placeOf(text, index)),
  proposal: index === null ? null : neutralWord(finding.kind, finding.found),
})

/** A text of each kind that tells nothing, whatever the vulnerability is called. */
const neutralTexts: Readonly<Record<Exclude<EarlyTextKind, 'release_note'>, string>> = {
  commit_message: 'Maintenance update',
  pull_request: 'Maintenance update',
  branch: 'maintenance-update',
}

/**
 * What a text of a kind tells at this moment. While the case is secret: everything that gives it away, where it stands, and what to
 * write instead. Once it is announced: a release note must say that it is a security fix, and nothing else is asked.
 */
export function checkEarlyText(
  text: string,
  kind: EarlyTextKind,
  secrets: Secrets,
  moment: { isAnnounced: boolean; line: { name: string; version: string; noticeUrl: string | null } | null },
): EarlyTextAnswer {
  const findings = !moment.isAnnounced
    ? lintBeforeAnnouncement(text, secrets)
    : kind === 'release_note'
      ? lintAfterAnnouncement(text)
      : []
  const neutral =
    kind === 'release_note'
      ? releaseNote({
          moment: 'before',
          version: moment.line?.version ?? 'This',
          lineName: moment.line?.name ?? 'this line',
          noticeUrl: moment.line?.noticeUrl ?? null,
        })
      : neutralTexts[kind]
  return {
    isStopped: isStopped(findings),
    findings: findings.map((finding) => placed(text, finding)),
    neutral: findings.length === 0 || moment.isAnnounced ? null : neutral,
  }
}
