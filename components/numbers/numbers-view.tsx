import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PrintButton } from '@/components/ui/print-button'
import { PageHeading, Section } from '@/components/ui/section'
import { Time } from '@/components/ui/time'
import type { ProjectNumbers } from '@/server/numbers/project-numbers'
import { KeptPart } from './kept-part'
import { LoadPart } from './load-part'
import { numbersCsvHref } from './numbers-href'
import { OpenPart } from './open-part'
import { PeriodForm } from './period-form'
import { TimesPart } from './times-part'

type Props = { numbers: ProjectNumbers; projects: readonly { slug: string; name: string }[] }

/** How a project works: its times and promises over a period, and what is open now. */
export function NumbersView({ numbers, projects }: Props) {
  const { project, period, reports, times, kept, open, load, computedAt } = numbers
  const isEmpty = reports === 0 && times.every(({ of }) => of === 0)
  return (
    <div className="grid gap-8">
      <PageHeading
        title={`Numbers: ${project.name}`}
        note={
          <>
            Of the cases you may see, as of{' '}
            <Time instant={computedAt} zone={period.timeZone} show="absolute" />. Days begin and end in{' '}
            {period.timeZone}.
          </>
        }
        actions={
          <>
            <PrintButton />
            <LinkButton
              href={numbersCsvHref({ project: project.slug, from: period.from, until: period.until })}
              data-print="hide"
            >
              Download CSV
            </LinkButton>
          </>
        }
      />
      <PeriodForm projects={projects} project={project.slug} period={period} />
      {isEmpty ? (
        <EmptyState title="No report arrived in this time">
          Choose an earlier first day. Times and promises are computed once reports arrive.
        </EmptyState>
      ) : (
        <>
          <Section
            title="Times"
            note={`Reports that arrived from ${period.from} to ${period.until}, and their cases. What has not come so far is not in the times.`}
          >
            <TimesPart times={times} />
          </Section>
          <Section title="Promises kept" note="Of those that are decided: kept, late, or overdue.">
            <KeptPart {...kept} />
          </Section>
        </>
      )}
      {open.length === 0 ? (
        <EmptyState title="No case is open">Nobody waits for this team now.</EmptyState>
      ) : (
        <>
          <Section title="Open now" note="Whenever they arrived.">
            <OpenPart open={open} />
          </Section>
          <Section title="Load">
            <LoadPart load={load} />
          </Section>
        </>
      )}
    </div>
  )
}
