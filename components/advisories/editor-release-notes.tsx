'use client'

import { useCase } from '@/components/cases/case-context'
import { CopyButton } from '@/components/ui/copy-button'
import { Section } from '@/components/ui/section'
import { advisoryPath } from '@/domain/advisories/advisory-path'
import { releaseNote } from '@/domain/advisories/release-note'
import type { AdvisoryView } from '@/server/cases/case-view-advisory'

/** Text for the release notes of each line: silent before the announcement, plain after it. */
export function ReleaseNotes({ advisory }: { advisory: AdvisoryView }) {
  const { view } = useCase()
  const url = `${view.baseUrl}${advisoryPath({ id: advisory.publicId, projectSlug: view.project.slug })}`
  const lines = view.lines.filter(({ plan, isDevelopment }) => plan === 'fix' && !isDevelopment)
  if (lines.length === 0) return null
  return (
    <Section
      title="Release notes"
      level={3}
      note="The text before the announcement names no vulnerability; the one after it must say that it is a security fix."
    >
      <ul className="grid gap-4">
        {lines.map((line) => {
          const version = line.release?.version ?? '[version]'
          const before = releaseNote({ moment: 'before', version, lineName: line.name, noticeUrl: url })
          const after =
            view.rating === null || advisory.draft.title === null
              ? null
              : releaseNote({
                  moment: 'after',
                  version,
                  advisory: {
                    id: advisory.publicId,
                    title: advisory.draft.title,
                    url,
                    cveId: advisory.draft.cveId,
                    rating: view.rating,
                  },
                })
          return (
            <li key={line.id} className="grid gap-2">
              <p className="font-mono font-medium">{line.release?.version ?? line.name}</p>
              <Note title="Before the announcement" text={before} />
              {after && (
                <Note title="After the announcement" text={after} isEarly={view.announcedAt === null} />
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Note({ title, text, isEarly }: { title: string; text: string; isEarly?: boolean }) {
  return (
    <figure className="grid gap-1 rounded-md border border-line p-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <span>
          {title}
          {isEarly && ' · keep it back until then'}
        </span>
        <CopyButton text={text} label="Copy" size="small" />
      </figcaption>
      <pre className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">{text}</pre>
    </figure>
  )
}
