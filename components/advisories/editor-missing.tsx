'use client'

import { useCasePlace } from '@/components/cases/case-place'
import { PlaceLink } from '@/components/cases/place-link'
import type { AdvisoryPart } from '@/domain/advisories/completeness'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'

/** The field, or the section, where a missing part is filled in. */
const fields: Partial<Record<AdvisoryPart, string>> = {
  title: 'advisory-title',
  summary: 'advisory-summary',
  impact: 'advisory-impact',
  actions: 'advisory-actions',
  credit: 'advisory-creditDecision',
  cve: 'advisory-cveId',
}

/** What the advisory lacks, each a link to where it is filled in. */
export function MissingList({ advisory }: { advisory: AdvisoryView }) {
  const { to } = useCasePlace()
  if (advisory.missing.length === 0) return <p className="text-on-track">✓ Complete</p>
  return (
    <div className="rounded-md border-l-4 border-due-soon bg-due-soon-soft px-3 py-2">
      <p className="font-semibold text-due-soon">Missing before it can be announced</p>
      <ul className="list-disc pl-5">
        {advisory.missing.map(({ part, reason }) => (
          <li key={part}>
            {fields[part] ? (
              <a
                href={`#${fields[part]}`}
                className="inline-block min-h-6 underline"
                onClick={(event) => {
                  const field = document.getElementById(fields[part] ?? '')
                  if (!field) return
                  event.preventDefault()
                  field.focus()
                }}
              >
                {reason}
              </a>
            ) : (
              <PlaceLink
                href={to({ section: part === 'severity' ? 'severity' : 'lines', form: null })}
                className="inline-block min-h-6 underline"
              >
                {reason}
              </PlaceLink>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
