'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useShownTab } from '@/components/ui/use-shown-tab'
import { classNames } from '@/lib/class-names'

const tabs = [
  { path: '', label: 'Policy' },
  { path: '/lines', label: 'Release lines' },
  { path: '/assessments', label: 'Assessments' },
  { path: '/encryption', label: 'Encryption' },
  { path: '/intake', label: 'Intake' },
  { path: '/team', label: 'Team' },
  { path: '/mail', label: 'Mail' },
  { path: '/connections', label: 'Connections' },
  { path: '/about', label: 'About' },
]

/** A part and what is below it; the first is at the project itself. */
const isHere = (here: string, base: string, path: string): boolean =>
  here === `${base}${path}` || (path !== '' && here.startsWith(`${base}${path}/`))

/** The parts of a project's settings, each a page of its own. */
export function SettingsTabs({ slug }: { slug: string }) {
  const here = usePathname()
  const base = `/console/projects/${slug}`
  const bar = useShownTab<HTMLElement>(here)
  return (
    <nav
      ref={bar}
      aria-label="Settings of the project"
      className="flex gap-1 overflow-x-auto border-b border-line"
    >
      {tabs.map(({ path, label }) => (
        <Link
          key={path}
          href={`${base}${path}`}
          prefetch={false}
          aria-current={isHere(here, base, path) ? 'page' : undefined}
          className={classNames(
            '-mb-px flex min-h-9 items-center pointer-coarse:min-h-11 border-b-2 px-3 whitespace-nowrap no-underline focus-visible:-outline-offset-2',
            isHere(here, base, path)
              ? 'border-accent font-medium text-text'
              : 'border-transparent text-muted hover:text-text',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
