'use client'

import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { changeReleaseLineAction, removeReleaseLineAction } from '@/server/projects/actions'
import { LineFields, type LineValues } from './line-fields'
import { StandsNote } from './stands-note'

type Props = {
  project: string
  line: LineValues & { id: string; version: number; cases: number }
  zone: string
}

/** Changes a release line in its place in the table, or removes it. */
export function EditLineForm({ project, line, zone }: Props) {
  const back = `/console/projects/${project}/lines`
  return (
    <div className="grid max-w-4xl gap-5 py-3">
      <ActionForm
        id="edit-line"
        action={changeReleaseLineAction}
        hidden={{ project, line: line.id }}
        className="grid gap-5"
      >
        {({ data }) => (
          <>
            <input type="hidden" name="version" value={data?.current.version ?? line.version} />
            {data && (
              <StandsNote
                facts={{
                  Name: data.current.name,
                  Versions: data.current.range,
                  Branch: data.current.branch,
                  'Supported from': data.current.supportedFrom,
                  'Supported until': data.current.supportedUntil,
                  'Development line': data.current.isDevelopment ? 'Yes' : 'No',
                }}
              />
            )}
            <LineFields values={line} zone={zone} />
            <div className="flex flex-wrap items-center gap-2">
              <SubmitButton pendingLabel="Saving…">Save {line.name}</SubmitButton>
              <Link href={back} scroll={false} prefetch={false} className={buttonClass('quiet', 'regular')}>
                Leave as it is
              </Link>
            </div>
          </>
        )}
      </ActionForm>
      <ActionForm id="remove-line" action={removeReleaseLineAction} hidden={{ project, line: line.id }}>
        <SubmitButton
          variant="secondary"
          size="small"
          pendingLabel="Removing…"
          disabledReason={
            line.cases > 0
              ? `${line.cases === 1 ? 'One case names' : `${line.cases} cases name`} it. Give its support a last day instead.`
              : undefined
          }
        >
          Remove {line.name}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
