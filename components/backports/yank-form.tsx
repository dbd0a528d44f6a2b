'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { useSeenVersion } from '@/components/cases/changed-meanwhile'
import { ActSubmit } from '@/components/cases/may-button'
import { TextArea } from '@/components/ui/text-area'
import { yankReleaseAction } from '@/server/cases/actions'
import type { LineView } from '@/server/cases/case-view-lines'
import { ReleaseChanged } from './release-changed'

/** Records that the release was taken back: the line is open again, and a schedule is suspended. */
export function YankForm({ line }: { line: LineView }) {
  const { view } = useCase()
  const version = useSeenVersion(line.version)
  const isScheduled =
    view.advisory?.schedule && view.advisory.schedule.suspendedAt === null && !view.announcedAt
  return (
    <div className="grid gap-3">
      <ReleaseChanged line={line} version={version} />
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
