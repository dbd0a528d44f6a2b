import { EmptyState } from '@/components/ui/empty-state'

type Project = { slug: string; name: string; summary: string }

/** Every project one can report to. */
export function ProjectList({ projects }: { projects: readonly Project[] }) {
  if (projects.length === 0)
    return (
      <EmptyState title="No project takes reports here yet">
        <p>The people who run this desk add projects in the console. Then each one has its page here.</p>
      </EmptyState>
    )
  return (
    <ul className="grid border-t border-line">
      {projects.map(({ slug, name, summary }) => (
        <li key={slug} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-b border-line py-4">
          <div className="min-w-0 flex-1 basis-80">
            <h3 className="text-[1.0625em]">
              <a href={`/projects/${slug}`} className="text-accent underline">
                {name}
              </a>
            </h3>
            <p className="max-w-prose text-muted">{summary}</p>
          </div>
          <a
            href={`/projects/${slug}/report`}
            className="inline-flex min-h-6 items-center text-accent underline"
          >
            Report<span className="sr-only"> a vulnerability in {name}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
