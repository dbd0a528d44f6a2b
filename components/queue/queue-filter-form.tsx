'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field'
import { queueSorts, sortLabel, sortOf, type QueueFilters } from '@/domain/cases/queue-filters'
import { foldedTag } from '@/domain/cases/tag'
import { stageLabel } from '@/domain/cases/stage-label'
import { stages } from '@/domain/cases/stage'
import { ratingLabel, ratings } from '@/domain/severity/rating'
import { classNames } from '@/lib/class-names'
import type { QueueChoices } from '@/server/cases/queue-choices'
import { queueHref } from './queue-href'

type Props = { filters: QueueFilters; choices: QueueChoices }
type Option = { value: string; label: string }

export const searchFieldId = 'queue-search'
export const searchNoteId = 'queue-search-note'

/** Narrows the queue. A plain form over the address; with scripts a choice takes effect at once. */
export function QueueFilterForm({ filters, choices }: Props) {
  const router = useRouter()

  function narrow(form: HTMLFormElement) {
    const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))
    const wanted = given as QueueFilters
    // The usual order needs no word in the address.
    const isUsual = wanted.sort === sortOf({ ...wanted, sort: undefined })
    router.push(queueHref({ ...wanted, sort: isUsual ? undefined : wanted.sort }))
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    narrow(event.currentTarget)
  }

  const isNarrowed = Boolean(
    filters.q || filters.project || filters.severity || filters.stage || filters.handler || filters.tag,
  )
  const people = Object.entries(choices.people).map(([value, label]) => ({ value, label }))
  const tags = offeredTags(choices, filters)
  return (
    <form
      // The fields hold what the address says: another address is another form.
      key={queueHref(filters)}
      action="/console"
      role="search"
      aria-label="Cases"
      onSubmit={submit}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) narrow(event.currentTarget)
      }}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 md:gap-2"
    >
      {filters.view && <input type="hidden" name="view" value={filters.view} />}
      <label htmlFor={searchFieldId} className="sr-only">
        Search
      </label>
      <input
        id={searchFieldId}
        name="q"
        type="search"
        defaultValue={filters.q}
        placeholder="Words, MAR-7K, CWE-79 …"
        aria-describedby={searchNoteId}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        className={classNames(controlClass, 'md:min-w-40 md:max-w-72 md:flex-2')}
      />
      {/* On a phone the rest is folded away; a checkbox unfolds it with scripts and without. */}
      <input
        type="checkbox"
        id="queue-filters"
        className="peer sr-only md:hidden"
        defaultChecked={isNarrowed}
      />
      <label
        htmlFor="queue-filters"
        className="inline-flex min-h-6 items-center rounded-sm text-accent underline peer-focus-visible:outline-2 peer-focus-visible:outline-accent md:hidden"
      >
        Filters and order
      </label>
      <div className="contents max-md:hidden max-md:w-full max-md:grid-cols-2 max-md:gap-2 max-md:peer-checked:grid">
        {choices.projects.length > 1 && (
          <Narrow
            name="project"
            label="Project"
            all="Any project"
            chosen={filters.project}
            options={choices.projects.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        )}
        <Narrow
          name="severity"
          label="Severity"
          all="Any severity"
          chosen={filters.severity}
          options={[
            ...[...ratings].reverse().map((value) => ({ value, label: ratingLabel[value] })),
            { value: 'unrated', label: 'Unrated' },
          ]}
        />
        <Narrow
          name="stage"
          label="Stage"
          all="Any stage"
          chosen={filters.stage}
          options={stages.map((value) => ({ value, label: stageLabel[value] }))}
        />
        {people.length > 1 && (
          <Narrow
            name="handler"
            label="Handler"
            all="Any handler"
            chosen={filters.handler}
            options={people}
          />
        )}
        {tags.length > 0 && (
          <Narrow
            name="tag"
            label="Tag"
            all="Any tag"
            chosen={filters.tag}
            options={tags.map((value) => ({ value, label: value }))}
          />
        )}
        <Narrow
          name="sort"
          label="Order"
          chosen={sortOf(filters)}
          options={queueSorts.map((value) => ({ value, label: sortLabel[value] }))}
        />
      </div>
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
      {isNarrowed && (
        <Link
          href={queueHref({ view: filters.view, sort: filters.sort })}
          prefetch={false}
          className="inline-flex min-h-6 items-center text-accent underline"
        >
          Clear
        </Link>
      )}
    </form>
  )
}

/** The tags of the project looked at, or of all; the one that is chosen stays, also when no case bears it any more. */
function offeredTags({ projects }: QueueChoices, { project, tag }: QueueFilters): string[] {
  const known = projects.filter(({ slug }) => !project || slug === project).flatMap(({ tags }) => tags)
  return [
    ...new Map([...known, ...(tag ? [tag] : [])].map((label) => [foldedTag(label), label])).values(),
  ].sort((a, b) => a.localeCompare(b, 'en'))
}

function Narrow({
  name,
  label,
  all,
  chosen,
  options,
}: {
  name: string
  label: string
  /** What it says when nothing is chosen; without it something always is. */
  all?: string
  chosen: string | undefined
  options: Option[]
}) {
  return (
    <select
      name={name}
      aria-label={label}
      defaultValue={chosen ?? ''}
      className={classNames(
        controlClass,
        'select-arrow pr-7! md:w-auto! md:max-w-40 md:min-w-26 md:flex-1',
        chosen && all && 'border-accent',
      )}
    >
      {all !== undefined && <option value="">{all}</option>}
      {options.map(({ value, label: text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}
