'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { classNames } from '@/lib/class-names'

const tabs = [
  { path: '', label: 'Policy' },
  { path: '/lines', label: 'Release lines' },
  { path: '/encryption', label: 'Encryption' },
  { path: '/intake', label: 'Intake' },
  { path: '/team', label: 'Team' },
  { path: '/mail', label: 'Mail' },
  { path: '/about', label: 'About' },
]

/** The parts of a project's settings, each a page of its own. */
export function SettingsTabs({ slug }: { slug: string }) {
  const here = usePathname()
  const base = `/console/projects/${slug}`
  return (
    <nav aria-label="Settings of the project" className="flex gap-1 overflow-x-auto border-b border-line">
      {tabs.map(({ path, label }) => (
        <Link
          key={path}
          href={`${base}${path}`}
          prefetch={false}
          aria-current={here === `${base}${path}` ? 'page' : undefined}
          className={classNames(
            '-mb-px flex min-h-9 items-center border-b-2 px-3 whitespace-nowrap no-underline focus-visible:-outline-offset-2',
            here === `${base}${path}`
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
