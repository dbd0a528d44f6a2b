'use client'

import { useState } from 'react'
import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { NoteFigure } from '@/components/fixes/note-figure'
import { noteFor, noteText } from '@/components/fixes/release-note-of'
import { DateTimeField } from '@/components/ui/date-time-field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { offeredTimeZones } from '@/lib/time-zones'
import { recordReleaseAction } from '@/server/cases/actions'
import type { LineView } from '@/server/cases/case-view-lines'
import { ReleaseChanged } from './release-changed'

/** Records the patch release: the version that carries the fix, when it came out, and where. */
export function ReleaseForm({ line }: { line: LineView }) {
  const { view } = useCase()
  const version = useSeenVersion(line.version)
  const [typed, setTyped] = useState('')
  const note = noteText(view, view.announcedAt === null ? 'before' : 'after')
  return (
    <div className="grid gap-3">
      <ReleaseChanged line={line} version={version} />
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
