import type { Metadata } from 'next'
import { JobTable, TimerTable } from '@/components/jobs/job-tables'
import { Callout } from '@/components/ui/callout'
import { PageHeading, Section } from '@/components/ui/section'
import { requirePerson } from '@/server/auth/current-actor'
import { jobList } from '@/server/jobs/queries'
import { answerOf } from '@/server/kernel/page'

export const metadata: Metadata = { title: 'Jobs' }

export default async function JobsPage() {
  const { timers, jobs, counts, workerIsAlive } = await answerOf(
    jobList(await requirePerson('/console/jobs'), {}),
  )
  return (
    <div className="grid gap-8">
      <PageHeading
        title="Jobs"
        note={`${counts.waiting} waiting, ${counts.active} running, ${counts.failed} failed.`}
      />
      {!workerIsAlive && (
        <Callout kind="danger" title="No worker is running: nothing is published, escalated or mailed">
          Start one with “npm run worker”. What is due is done as soon as it runs.
        </Callout>
      )}
      <Section title="Planned">
        <TimerTable timers={timers} />
      </Section>
      <Section title="Now">
        <JobTable jobs={jobs} />
      </Section>
    </div>
  )
}
