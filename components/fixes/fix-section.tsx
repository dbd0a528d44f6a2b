'use client'

import { CheckTextForm } from './check-text-form'
import { Checklist } from './checklist'
import { ReleaseNotes } from './release-notes'
import { TaskList } from './task-list'

/** The work on the fix: what there is to do, who does it, what its release notes say, and whether a text that goes out tells too much. */
export function FixSection() {
  return (
    <div className="grid gap-8">
      <Checklist />
      <TaskList />
      <ReleaseNotes />
      <CheckTextForm />
    </div>
  )
}
