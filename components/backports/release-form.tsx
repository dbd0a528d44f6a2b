'use client'

import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ChangedMeanwhile, useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { workLabel } from '@/components/cases/case-words'
import { NoteFigure } from '@/components/fixes/note-figure'
import { noteFor, noteText } from '@/components/fixes/release-note-of'
import { DateTimeField } from '@/components/ui/date-time-field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { offeredTimeZones } from '@/lib/time-zones'
import { recordReleaseAction, yankReleaseAction } from '@/server/cases/actions'
import type { LineView } from '@/server/cases/case-view-lines'

const standsNow = (line: LineView) =>
  line.release
    ? `released in ${line.release.version}`
    : line.work
      ? workLabel[line.work].toLowerCase()
      : 'no release'

/** Records the patch release: the version that carries the fix, when it came out, and where. */
export function ReleaseForm({ line }: { line: LineView }) {
  const { view } = useCase()
  const version = useSeenVersion(line.version)
  const [typed, setTyped] = useState('')
  const note = noteText(view, view.announcedAt === null ? 'before' : 'after')
  return (
    <div className="grid gap-3">
      {version.isStale && (
        <ChangedMeanwhile who={line.changedBy} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {standsNow(line)}
        </ChangedMeanwhile>
      )}
      <CaseForm
        key={version.round}
        id={`release-${line.id}`}
        action={recordReleaseAction}
        done={`Release of ${line.name} recorded.`}
        hidden={{ line: line.id, seen: String(version.seen) }}
        closes
        className="grid gap-3"
      >
        <TextInput
          name="version"
          label={`Version on ${line.name} with the fix`}
          hint={`Within ${line.range}, written like 2.4.7.`}
          mono
          onInput={({ currentTarget }) => setTyped(currentTarget.value.trim())}
        />
        <DateTimeField
          zones={offeredTimeZones}
          name="releasedAt"
          label="Published at"
          zone={view.policy.timeZone}
        />
        <TextInput name="url" label="Link to the release" type="url" />
        <TextArea
          name="majorReason"
          label="Why a major version"
          optional
          hint="Only when the fix had to ship as a major version."
          rows={2}
        />
        {note !== null && (
          <NoteFigure
            title={
              view.announcedAt === null
                ? 'Release note for now: it gives nothing away'
                : 'Release note: it says that this is a security fix'
            }
            text={noteFor(view, note, line.name, typed === '' ? null : typed)}
          />
        )}
        <div>
          <ActSubmit act="record_release" variant="secondary" pendingLabel="Saving…">
            Record the release
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}

/** Records that the release was taken back: the line is open again, and a schedule is suspended. */
export function YankForm({ line }: { line: LineView }) {
  const { view } = useCase()
  const version = useSeenVersion(line.version)
  const isScheduled =
    view.advisory?.schedule && view.advisory.schedule.suspendedAt === null && !view.announcedAt
  return (
    <div className="grid gap-3">
      {version.isStale && (
        <ChangedMeanwhile who={line.changedBy} keepMine={version.keepMine} takeTheirs={version.takeTheirs}>
          {standsNow(line)}
        </ChangedMeanwhile>
      )}
      <CaseForm
        id={`yank-${line.id}`}
        action={yankReleaseAction}
        done={`${line.name} is open again.`}
        hidden={{ line: line.id, seen: String(version.seen) }}
        closes
        className="grid gap-3"
      >
        <p>
          {line.release?.version} no longer counts as the fix of {line.name}.{' '}
          {isScheduled && 'The scheduled announcement is suspended at once, and the handler is told.'}
        </p>
        <TextArea name="reason" label="Why it was taken back" rows={2} />
        <div>
          <ActSubmit act="yank_release" variant="danger" pendingLabel="Saving…">
            Take {line.release?.version} back
          </ActSubmit>
        </div>
      </CaseForm>
    </div>
  )
}
