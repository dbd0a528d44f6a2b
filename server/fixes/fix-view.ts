import type { AdvisoryDraft } from '@/domain/advisories/advisory-draft'
import { fixChecklist, type ChecklistEntry } from '@/domain/fixes/checklist'
import type { Instant } from '@/lib/instant'
import { noteObjections, type NoteMoment } from '@/domain/advisories/release-note-text'
import type { CaseRecord } from '@/server/cases/case-record'
import type { FoundCase } from '@/server/cases/load-case'
import { isCveSettled } from './cve-settled'
import { notePlace, type ReleaseNoteRow } from './release-note-rows'
import { taskPlace } from './task-fields'
import { secretsOf } from './text-secrets'

export interface TaskView {
  id: string
  text: string
  owner: { id: string; name: string } | null
  dueAt: Instant | null
  isOverdue: boolean
  done: { at: Instant; by: string } | null
  version: number
  /** Who touched it last. */
  changedBy: string | null
}

/** What somebody wrote in the place of a generated release note. */
export interface NoteView {
  /** null: the generated text stands again. */
  text: string | null
  version: number
  changedBy: string
  /** Why it may not go out as it is: what the case is called may have changed since it was written. */
  objections: string[]
}

/** What the case page shows of the work on the fix. */
export interface FixView {
  checklist: ChecklistEntry[]
  /** Open ones first, by what is due; then what is done. */
  tasks: TaskView[]
  notes: Partial<Record<NoteMoment, NoteView>>
}

/** The checklist, the tasks and the release notes as they stand now, their texts opened. Throws SealBroken. */
export function fixView(
  found: FoundCase,
  { terms, facts, events, tasks, reports }: CaseRecord,
  known: {
    advisory: { row: { publicId: string }; draft: AdvisoryDraft } | null
    notes: readonly ReleaseNoteRow[]
    projectSlug: string
    /** Who changed a task last, by its events. */
    lastChangeBy: (taskId: string) => string | null
  },
  now: Instant,
  nameOf: (personId: string) => string,
): FixView {
  const { vault } = found
  const draft = known.advisory?.draft ?? null
  return {
    notes: Object.fromEntries(
      known.notes.map(({ id, moment, text: sealedText, version, changedBy }): [NoteMoment, NoteView] => {
        const text = sealedText && vault.open(notePlace(id), sealedText)
        const isLive = text !== null && (moment === 'after' || found.case.announcedAt === null)
        const objections = isLive ? noteObjections(text, moment, secretsOf(found, { ...known, reports })) : []
        return [moment, { text, version, changedBy: nameOf(changedBy), objections }]
      }),
    ),
    checklist: fixChecklist({ terms, facts, events, isCveSettled: isCveSettled(draft) }).map((entry) => ({
      ...entry,
      tickedBy: entry.tickedBy === null ? null : nameOf(entry.tickedBy),
    })),
    tasks: tasks
      .map((task): TaskView => ({
        id: task.id,
        text: vault.open(taskPlace(task.id), task.text),
        owner: task.ownerId === null ? null : { id: task.ownerId, name: nameOf(task.ownerId) },
        dueAt: task.dueAt,
        isOverdue: task.doneAt === null && task.dueAt !== null && task.dueAt < now,
        done:
          task.doneAt === null || task.doneBy === null ? null : { at: task.doneAt, by: nameOf(task.doneBy) },
        version: task.version,
        changedBy: known.lastChangeBy(task.id),
      }))
      .sort((a, b) => order(a).localeCompare(order(b))),
  }
}

const order = ({ done, dueAt }: TaskView) => `${done === null ? 0 : 1} ${dueAt ?? '~'}`
