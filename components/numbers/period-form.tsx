import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { Period } from '@/domain/numbers/period'
import { numbersHref } from './numbers-href'

type Props = { projects: readonly { slug: string; name: string }[]; project: string; period: Period }

/** Which project, and from which day until which: in the address, so that a link shows the same. */
export function PeriodForm({ projects, project, period }: Props) {
  const year = period.until.slice(0, 4)
  const quick = [
    { label: 'Last 12 months', href: numbersHref({ project }) },
    { label: year, href: numbersHref({ project, from: `${year}-01-01`, until: `${year}-12-31` }) },
    {
      label: String(Number(year) - 1),
      href: numbersHref({ project, from: `${Number(year) - 1}-01-01`, until: `${Number(year) - 1}-12-31` }),
    },
  ]
  return (
    <div data-print="hide" className="grid gap-2">
      <form action="/console/numbers" className="flex flex-wrap items-end gap-3">
        <Select
          name="project"
          label="Project"
          className="min-w-40"
          defaultValue={project}
          choices={projects.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <TextInput type="date" name="from" label="From" defaultValue={period.from} />
        <TextInput type="date" name="until" label="Until" defaultValue={period.until} />
        <Button type="submit">Show</Button>
      </form>
      <p className="flex flex-wrap gap-x-4 text-sm">
        {quick.map(({ label, href }) => (
          <Link key={label} href={href} prefetch={false} className="min-h-6 text-accent underline">
            {label}
          </Link>
        ))}
      </p>
    </div>
  )
}
