'use client'

import { CaseLookers } from '@/components/attention/case-lookers'
import { KeepUnread } from '@/components/attention/keep-unread'
import { queueCameFrom } from '@/components/queue/came-from'
import { queueHref } from '@/components/queue/queue-href'
import { useFollowedLinks } from '@/components/shell/followed-links'
import { RatingBadge } from '@/components/severity/rating-badge'
import { Badge } from '@/components/ui/badge'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { Time } from '@/components/ui/time'
import { resolutionDemands } from '@/domain/cases/resolutions'
import { stageLabel } from '@/domain/cases/stage-label'
import { changeTitleAction } from '@/server/cases/actions'
import type { CaseRelation } from '@/server/cases/case-view-header'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { useCasePlace } from './case-place'
import { urgencyTone } from './case-words'
import { ActLink } from './may-button'
import { PlaceLink } from './place-link'

const relations: Readonly<Record<CaseRelation, string>> = {
  duplicate_of: 'Repeats',
  repeated_by: 'Repeated by',
  follows: 'Follows',
  found_here: 'Found by its audit',
  found_by_audit: 'Found by the audit of',
  followed_by: 'Followed by',
  split_into: 'Split into',
  split_from: 'Split from',
}

/** What the case is, how bad, how far, whose, and what is due next. */
export function CaseHeader() {
  const { view } = useCase()
  const { to } = useCasePlace()
  const follow = useFollowedLinks()
  return (
    <header className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <a href={queueCameFrom()} onClick={follow}>
          Queue
        </a>
        <span aria-hidden="true">/</span>
        <span>{view.project.name}</span>
        <span className="font-mono">{view.reference}</span>
        {view.related.map(({ relation, reference }) => (
          <span key={`${relation} ${reference}`}>
            {relations[relation]}{' '}
            <a href={`/console/cases/${reference}`} className="font-mono text-accent underline">
              {reference}
            </a>
          </span>
        ))}
        <KeepUnread />
        <CaseLookers />
      </p>
      <Title />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <RatingBadge rating={view.rating} />
        <Badge>{stageLabel[view.stage]}</Badge>
        {view.resolution && <Badge>{resolutionDemands[view.resolution.kind].title}</Badge>}
        {view.isRestricted && <Badge tone="inside">Restricted</Badge>}
        {view.isHeld && <Badge tone="paused">Held</Badge>}
        {view.waitsForReporter && <Badge tone="paused">Waiting for the reporter</Badge>}
        <span>
          <span className="text-muted">Handler </span>
          {view.handler ? <b className="font-medium">{view.handler.name}</b> : 'nobody yet'}{' '}
          <ActLink act="assign_handler" variant="quiet" size="small" href={to({ panel: 'assign' })}>
            {view.handler ? 'Hand over' : 'Assign'}
          </ActLink>
        </span>
        <NextPromise />
        <CaseTags />
      </div>
      {view.handlerAway && (
        <p className="text-sm">
          <Badge tone="paused">Away</Badge> {view.handler?.name} is away until{' '}
          <Time instant={view.handlerAway.until} show="absolute" />,{' '}
          {view.handlerAway.standIn ? `stand-in ${view.handlerAway.standIn}` : 'without a stand-in'}.
        </p>
      )}
      {view.policy.of !== null && (
        <p className="text-sm text-muted">
          This case follows the policy of {view.policy.of} (version {view.policy.version}), where its report
          was sent.
        </p>
      )}
      {view.policy.of === null && view.policy.version !== view.policy.latestVersion && (
        <p className="text-sm text-muted">
          This case follows policy version {view.policy.version}, in force when its report arrived. Version{' '}
          {view.policy.latestVersion} is in force today.
        </p>
      )}
    </header>
  )
}

function CaseTags() {
  const { view } = useCase()
  const { to } = useCasePlace()
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {view.tags.length > 0 && <span className="text-muted">Tags</span>}
      {view.tags.map((tag) => (
        <a
          key={tag}
          href={queueHref({ tag, view: 'all' })}
          className="inline-flex min-h-6 items-center rounded-sm bg-hover px-1.5 text-[0.8125rem]/5 text-text wrap-anywhere no-underline hover:underline"
        >
          {tag}
        </a>
      ))}
      {view.acts.tag_case.allowed && (
        <PlaceLink
          href={to({ panel: 'tags' })}
          look="quiet"
          size="small"
          className={view.tags.length > 0 ? undefined : '-ml-2.5'}
        >
          {view.tags.length > 0 ? 'Edit tags' : 'Tag'}
        </PlaceLink>
      )}
    </span>
  )
}

function NextPromise() {
  const { view } = useCase()
  const open = view.clocks
    .filter(({ status, kind }) => status !== 'met' && status !== 'late' && kind !== 'announce_not_before')
    .sort(
      (a, b) =>
        Number(a.urgency === 'paused') - Number(b.urgency === 'paused') || (a.dueAt < b.dueAt ? -1 : 1),
    )
  const [next] = open
  if (!next) return null
  return (
    <span title={next.why}>
      <Badge tone={urgencyTone[next.urgency]}>{next.label}</Badge>{' '}
      <Time instant={next.dueAt} zone={next.timeZone} due={next.urgency !== 'paused'} />
    </span>
  )
}

function Title() {
  const { view } = useCase()
  const { panel, to } = useCasePlace()
  if (panel !== 'title' || !view.acts.edit_title.allowed)
    return (
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-[1.5rem]/[1.25] wrap-anywhere">{view.title}</h1>
        {view.acts.edit_title.allowed && (
          <PlaceLink href={to({ panel: 'title' })} look="quiet" size="small" className="-ml-2.5">
            Edit title
          </PlaceLink>
        )}
      </div>
    )
  return (
    <>
      <h1 className="sr-only">{view.title}</h1>
      <CaseForm
        id="title"
        action={changeTitleAction}
        done="Title changed."
        closes
        className="flex flex-wrap items-end gap-2"
      >
        <TextInput
          name="title"
          label="Title"
          hint="Only the team sees it. The report keeps the words it came with."
          defaultValue={view.title}
          maxLength={200}
          autoFocus
          fieldClassName="min-w-64 flex-1"
        />
        <SubmitButton pendingLabel="Saving…">Save title</SubmitButton>
        <PlaceLink look="quiet" href={to({ panel: null })}>
          Leave it
        </PlaceLink>
      </CaseForm>
    </>
  )
}
