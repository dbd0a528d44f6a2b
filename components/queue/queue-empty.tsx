import Link from 'next/link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { viewOf, type QueueFilters, type QueueView } from '@/domain/cases/queue-filters'
import { isAnswerable, readQuestion } from '@/domain/search/question'
import type { QueueChoices } from '@/server/cases/queue-choices'
import { queueHref } from './queue-href'

const nothing: Readonly<Record<QueueView, [title: string, explanation: string]>> = {
  open: [
    'No open case',
    'A report that arrives through the form of a project opens a case, and it stands here at once.',
  ],
  unassigned: ['Every open case has a handler', 'A new report stands here until somebody takes it.'],
  mine: ['You answer for no open case', 'Take one with “Assign”, or with the key c.'],
  unread: [
    'You have read everything',
    'A case stands here when something happened on it that you have not seen, or when you marked it as unread.',
  ],
  overdue: ['Nothing is overdue', 'Every promise that has come due was kept.'],
  waiting_for_reporter: [
    'No case waits for its reporter',
    'A case stands here while a question of yours is unanswered.',
  ],
  ready_to_schedule: [
    'No case is ready to schedule',
    'A case stands here when every line has its patch release and nothing is scheduled yet.',
  ],
  scheduled: [
    'No announcement is scheduled',
    'A case stands here once you picked the moment of its announcement.',
  ],
  announced: ['No announced case has anything left to do', 'What is announced and done is under Closed.'],
  held: [
    'No report is held',
    'While a project is flooded, reports that no browser worked for wait here until somebody looks at them.',
  ],
  spam: ['Nothing was called spam', 'Reports that were closed as spam stand here.'],
  closed: ['No case is closed yet', 'Announced cases end here, and those resolved without a fix.'],
  all: ['No case yet', 'A report that arrives through the form of a project opens a case.'],
}

/** What was looked for, where, and how to look wider. */
function NothingFound({ typed }: { typed: string }) {
  const question = readQuestion(typed)
  return (
    <div className="grid gap-2">
      <p>
        {isAnswerable(question)
          ? `Looked for all of these words: ${question.words.join(', ') || typed}. In titles, reports, messages, notes and advisories, in tags, weaknesses, versions and handlers’ names, in references, public ids and the ids of reporters.`
          : 'These words are too common to find anything by. Search for rarer ones.'}
      </p>
      <p>
        Words are found whole, since the texts are sealed: “parse” does not find “parsing”. Try fewer words,
        or another form of them.
      </p>
    </div>
  )
}

/** Why there is no row, and what to do first. */
export function QueueEmpty({ filters, choices }: { filters: QueueFilters; choices: QueueChoices }) {
  if (filters.cursor)
    return (
      <EmptyState
        title="Nothing after this"
        action={<LinkButton href={queueHref({ ...filters, cursor: undefined })}>First page</LinkButton>}
      />
    )
  const { q, project, severity, stage, handler, tag } = filters
  if (q || severity || stage || handler || tag)
    return (
      <EmptyState
        title={q ? `No case here holds “${q}”` : 'No case matches'}
        action={
          q && (viewOf(filters) !== 'all' || project || severity || stage || handler || tag) ? (
            <LinkButton href={queueHref({ q })}>Search all cases</LinkButton>
          ) : (
            <LinkButton href={queueHref({ view: filters.view, project })}>Clear the filters</LinkButton>
          )
        }
      >
        {q && <NothingFound typed={q} />}
      </EmptyState>
    )
  if (choices.projects.length === 0)
    return choices.mayCreateProject ? (
      <EmptyState
        title="No project yet"
        action={
          <LinkButton variant="primary" href="/console/projects/new">
            Create a project
          </LinkButton>
        }
      >
        <p>A project has a policy, release lines and a form for reports. Its cases stand here.</p>
      </EmptyState>
    ) : (
      <EmptyState title="You are in no team yet">
        <p>Ask an owner of this desk, or a lead of your project, to add you to its team.</p>
      </EmptyState>
    )
  const [title, explanation] = nothing[viewOf(filters)]
  return (
    <EmptyState title={title}>
      <p>{explanation}</p>
      {viewOf(filters) !== 'open' && (
        <p>
          <Link href={queueHref({ project })} prefetch={false} className="text-accent underline">
            See what is open
          </Link>
        </p>
      )}
    </EmptyState>
  )
}
