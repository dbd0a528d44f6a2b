import type { Metadata } from 'next'
import { WeaknessLine } from '@/components/severity/weakness-line'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextInput } from '@/components/ui/text-input'
import { requirePerson } from '@/server/auth/current-actor'
import { answerOf } from '@/server/kernel/page'
import { findWeaknesses } from '@/server/severity/find-weaknesses'

export const metadata: Metadata = { title: 'Weaknesses' }

type Props = { searchParams: Promise<{ q?: string | string[] }> }

/** The catalogue of weaknesses, searched without scripts. */
export default async function Page({ searchParams }: Props) {
  const actor = await requirePerson('/console/weaknesses')
  const given = (await searchParams).q
  const q = typeof given === 'string' ? given.slice(0, 200) : ''
  const { found, edition } = await answerOf(findWeaknesses(actor, { q }))
  return (
    <div className="grid max-w-3xl gap-4">
      <h1 className="text-[1.5rem]/[1.25]">Weaknesses</h1>
      <form className="flex flex-wrap items-end gap-2">
        <TextInput
          name="q"
          type="search"
          label="Find a weakness"
          hint={
            <>
              By what people call it (xss, zip slip), words of its name, or its number, in CWE{' '}
              {edition.version} <span className="whitespace-nowrap">({edition.date})</span>.
            </>
          }
          defaultValue={q}
          fieldClassName="min-w-64 flex-1"
        />
        <Button type="submit">Search</Button>
      </form>
      {q !== '' && found.length === 0 && (
        <EmptyState title="Nothing found">Try fewer words, or a part of one.</EmptyState>
      )}
      <ul className="grid gap-2">
        {found.map((weakness) => (
          <li key={weakness.id}>
            <WeaknessLine id={weakness.id} weakness={weakness} />
          </li>
        ))}
      </ul>
    </div>
  )
}
