'use client'

import { useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { everywhereKeys } from '@/components/queue/key-tables'
import { showKeys } from '@/components/queue/page-keys'
import { caseHref, queueHref } from '@/components/queue/queue-href'
import { placesFor } from '@/components/shell/console-places'
import { Kbd } from '@/components/ui/kbd'
import { useDebounced } from '@/components/ui/use-debounced'
import { queueViews, viewLabel } from '@/domain/cases/queue-filters'
import type { CaseQueue } from '@/server/cases/case-queue'
import { usePageActions, type PageAction } from './page-actions'
import { choicesOptions, fewestAsked, foundCasesOptions } from './palette-query-options'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Some places are there for owners alone. */
  isOwner: boolean
}

/** So many cases stand there before anything is typed. */
const mostUnasked = 7

const keysAction: PageAction = {
  label: 'Show the keys',
  keys: everywhereKeys.keys.keys[0],
  run: () => showKeys(),
}

/** Goes anywhere by typing: a case by its reference or its words, a view, a project, a place; and does what the page offers. */
export function Palette({ open, onOpenChange, isOwner }: Props) {
  const router = useRouter()
  const actions = usePageActions()
  const [typed, setTyped] = useState('')
  const due = useQuery({ ...foundCasesOptions(''), enabled: open })
  const settled = useDebounced(typed)
  const found = useQuery({ ...foundCasesOptions(settled), enabled: open })
  const choices = useQuery({ ...choicesOptions, enabled: open })

  const asked = typed.trim()
  const foundFor = new Set(
    asked.length < fewestAsked || settled !== typed
      ? []
      : found.data?.cases.map(({ reference }) => reference),
  )

  function close() {
    onOpenChange(false)
    setTyped('')
  }
  const item = (key: string, label: ReactNode, run: () => void, keywords: string[] = [], keys?: string) => (
    <Command.Item
      key={key}
      value={key}
      keywords={keywords}
      onSelect={() => {
        close()
        run()
      }}
      className="flex min-h-9 cursor-default items-center justify-between gap-4 rounded-sm px-3 data-[selected=true]:bg-hover"
    >
      {label}
      {keys && <Kbd>{keys}</Kbd>}
    </Command.Item>
  )
  const go = (href: string, label: string, kind: string) =>
    item(`${kind} ${label}`, label, () => router.push(href), [label])

  return (
    <Command.Dialog
      open={open}
      onOpenChange={(isOpen) => (isOpen ? onOpenChange(true) : close())}
      label="Go anywhere"
      loop
      filter={holdsEveryWord}
      overlayClassName="fixed inset-0 z-40 bg-backdrop"
      contentClassName="fixed top-[10dvh] left-1/2 z-50 w-[calc(100%-2rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-md border border-line bg-raised text-[0.875rem]/5 text-text shadow-float"
    >
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        placeholder="Words of a case, a reference, a view, a place"
        className="min-h-12 w-full border-b border-line bg-transparent px-4 -outline-offset-2 placeholder:text-muted"
      />
      <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-muted">
          {found.isFetching || settled !== typed
            ? 'Looking…'
            : found.isError
              ? found.error.message
              : 'Nothing goes by this name.'}
        </Command.Empty>
        <Group heading="This page">
          {[...actions, keysAction].map(({ label, keys, run }) =>
            item(`action ${label}`, label, run, [label], keys),
          )}
        </Group>
        <Group heading="Cases">
          {together(due.data, found.data, typed).map(({ reference, title }) =>
            item(
              `case ${reference}`,
              <span className="flex min-w-0 gap-3">
                <span className="font-mono whitespace-nowrap text-muted">{reference}</span>
                <span className="truncate">{title}</span>
              </span>,
              () => router.push(caseHref(reference)),
              // What the server found by words of its texts stands here whatever its title says.
              foundFor.has(reference)
                ? [reference, title, typed]
                : [reference, reference.replace('-', ' '), title],
            ),
          )}
        </Group>
        <Group heading="Views">
          {[
            ...(choices.data?.views ?? []).map(({ id, name, filters }) =>
              item(`view ${id}`, name, () => router.push(queueHref(filters)), [name]),
            ),
            ...queueViews.map((view) =>
              go(queueHref({ view: view === 'open' ? undefined : view }), viewLabel[view], 'view'),
            ),
          ]}
        </Group>
        <Group heading="Projects">
          {choices.data?.projects.flatMap(({ slug, name }) => [
            go(queueHref({ project: slug }), `${name}: cases`, 'project'),
            go(`/console/projects/${slug}`, `${name}: settings`, 'project'),
          ])}
        </Group>
        {asked.length >= fewestAsked && (
          <Group heading="Search">
            {[
              item('search', `Search the queue for “${asked}”`, () => router.push(queueHref({ q: asked })), [
                typed,
              ]),
            ]}
          </Group>
        )}
        <Group heading="Places">
          {placesFor({ isOwner }).map(({ href, label }) => go(href, label, 'place'))}
        </Group>
      </Command.List>
    </Command.Dialog>
  )
}

const headings =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-muted'

function Group({ heading, children }: { heading: string; children: ReactNode[] | undefined }) {
  if (!children || children.length === 0) return null
  return (
    <Command.Group heading={heading} className={headings}>
      {children}
    </Command.Group>
  )
}

/** Fuzzy matching finds something everywhere; words that are there are what a person means. */
function holdsEveryWord(value: string, typed: string, keywords: string[] = []): number {
  const text = keywords.join(' ').toLowerCase()
  const words = typed.toLowerCase().split(/\s+/)
  if (!words.every((word) => text.includes(word))) return 0
  return text.startsWith(words[0] ?? '') ? 1 : 0.5
}

/** What the server found for the text first, then what is due next, each case once. */
function together(due: CaseQueue | undefined, found: CaseQueue | undefined, typed: string) {
  const cases = new Map([...(found?.cases ?? []), ...(due?.cases ?? [])].map((row) => [row.reference, row]))
  return [...cases.values()].slice(0, typed === '' ? mostUnasked : undefined)
}
