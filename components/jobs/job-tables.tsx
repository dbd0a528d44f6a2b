import { ActionForm } from '@/components/ui/action-form'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import { Table, Td, Th } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { retryJobAction } from '@/server/jobs/actions'
import type { JobState, ListedJob, ListedTimer } from '@/server/jobs/queries'
import { jobWords } from './job-words'

const states: Record<JobState, { tone: Tone; word: string }> = {
  waiting: { tone: 'paused', word: 'waiting' },
  active: { tone: 'on-track', word: 'running' },
  failed: { tone: 'overdue', word: 'failed' },
}

/** What will happen by itself, and when. */
export function TimerTable({ timers }: { timers: readonly ListedTimer[] }) {
  if (timers.length === 0)
    return (
      <EmptyState title="Nothing is planned">
        A scheduled announcement stands here until its moment.
      </EmptyState>
    )
  return (
    <Table caption="Planned jobs">
      <thead>
        <tr>
          <Th>Job</Th>
          <Th>Runs</Th>
        </tr>
      </thead>
      <tbody>
        {timers.map((timer) => (
          <tr key={`${timer.job} ${timer.runAt} ${JSON.stringify(timer.about)}`}>
            <Th scope="row">{jobWords(timer.job)}</Th>
            <Td>
              <Time instant={timer.runAt} due />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Jobs that wait, run or have failed as often as they may. */
export function JobTable({ jobs }: { jobs: readonly ListedJob[] }) {
  if (jobs.length === 0) return <EmptyState title="All done">No job waits, runs or has failed.</EmptyState>
  return (
    <Table caption="Jobs">
      <thead>
        <tr>
          <Th>Job</Th>
          <Th>State</Th>
          <Th className="text-right">Tries</Th>
          <Th>Due</Th>
          <Th>
            <span className="sr-only">Run again</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.jobId}>
            <Th scope="row">{jobWords(job.job)}</Th>
            <Td>
              <Badge tone={states[job.state].tone}>{states[job.state].word}</Badge>
              {job.problemId && (
                <p className="mt-1 text-sm text-muted">
                  In the log under <span className="font-mono">{job.problemId}</span>
                </p>
              )}
            </Td>
            <Td number>{job.attempts}</Td>
            <Td className="whitespace-nowrap">
              <Time instant={job.dueAt} />
            </Td>
            <Td className="text-right">
              {job.state === 'failed' && (
                <ActionForm
                  id={`run-again-${job.jobId}`}
                  action={retryJobAction}
                  hidden={{ jobId: job.jobId }}
                >
                  <SubmitButton variant="secondary" size="small" pendingLabel="Asking…">
                    Run again
                  </SubmitButton>
                </ActionForm>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
