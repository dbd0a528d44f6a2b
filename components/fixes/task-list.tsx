'use client'

import { useCase } from '@/components/cases/case-context'
import { CaseForm } from '@/components/cases/case-form'
import { ChangedMeanwhile } from '@/components/cases/changed-meanwhile'
import { useCasePlace } from '@/components/cases/case-place'
import { ActLink, ActSubmit } from '@/components/cases/may-button'
import { useSeenFields } from '@/components/cases/seen-fields'
import { Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import { addTaskAction, changeTaskAction, finishTaskAction } from '@/server/fixes/actions'
import type { TaskView } from '@/server/fixes/fix-view'
import { TaskFields, taskValues } from './task-fields'

/** Tasks of the case, each with who does it and until when; the queue shows a case by its next one too. */
export function TaskList() {
  const { view } = useCase()
  const { form, to } = useCasePlace()
  const { tasks } = view.fix
  const href = to({ section: 'fix', form: form === 'task' ? null : 'task' })
  return (
    <Section
      title="Tasks"
      level={3}
      actions={
        <ActLink act="work_on_fix" size="small" href={href}>
          Add a task
        </ActLink>
      }
    >
      {form === 'task' && (
        <CaseForm id="task" action={addTaskAction} done="Task added." closes>
          <TaskFields />
          <div>
            <ActSubmit act="work_on_fix" pendingLabel="Adding…">
              Add the task
            </ActSubmit>
          </div>
        </CaseForm>
      )}
      {tasks.length === 0 ? (
        <p className="text-muted">No tasks yet. Add what the checklist does not know.</p>
      ) : (
        <ul className="grid" aria-label="Tasks">
          {tasks.map((task) => (
            <Task key={task.id} task={task} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Task({ task }: { task: TaskView }) {
  const { view } = useCase()
  const { form, to } = useCasePlace()
  const isOpen = form === `task:${task.id}`
  return (
    <li className="grid gap-2 border-b border-line py-2 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className={task.done ? 'wrap-anywhere text-muted' : 'font-medium wrap-anywhere'}>
            <span aria-hidden="true">{task.done ? '✓ ' : '○ '}</span>
            {task.text}
          </p>
          <p className="text-sm text-muted">
            {task.owner ? task.owner.name : 'Nobody yet'}
            {task.done ? (
              <>
                {' · done by '}
                {task.done.by}, <Time instant={task.done.at} zone={view.policy.timeZone} />
              </>
            ) : (
              task.dueAt && (
                <>
                  {' · '}
                  <Time instant={task.dueAt} zone={view.policy.timeZone} due />
                </>
              )
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {!task.done && (
            <ActLink
              act="work_on_fix"
              size="small"
              href={to({ section: 'fix', form: isOpen ? null : `task:${task.id}` })}
            >
              Edit<span className="sr-only"> {task.text}</span>
            </ActLink>
          )}
          <CaseForm
            id={`finish-${task.id}`}
            action={finishTaskAction}
            done={task.done ? 'Open again.' : 'Done.'}
            hidden={{ task: task.id, seen: String(task.version), isDone: task.done ? '' : 'on' }}
          >
            <ActSubmit act="work_on_fix" variant="secondary" size="small">
              {task.done ? 'Open again' : 'Done'}
              <span className="sr-only"> ({task.text})</span>
            </ActSubmit>
          </CaseForm>
        </div>
      </div>
      {isOpen && <TaskForm task={task} />}
    </li>
  )
}

function TaskForm({ task }: { task: TaskView }) {
  const { view } = useCase()
  const version = useSeenFields(`task-${task.id}`, task.version, taskValues(view, task))
  return (
    <>
      {version.isStale && (
        <ChangedMeanwhile
          who={task.changedBy}
          differences={version.differences}
          keepMine={version.keepMine}
          takeTheirs={version.takeTheirs}
        />
      )}
      <CaseForm
        key={version.round}
        id={`task-${task.id}`}
        action={changeTaskAction}
        done="Task saved."
        hidden={{ task: task.id, seen: String(version.seen) }}
        closes
      >
        <TaskFields initially={version.initially} />
        <div>
          <ActSubmit act="work_on_fix" variant="secondary" pendingLabel="Saving…">
            Save the task
          </ActSubmit>
        </div>
      </CaseForm>
    </>
  )
}
