import { pageLanguage } from '@/components/shell/page-language'
import { EmptyState } from '@/components/ui/empty-state'

type Project = { slug: string; name: string; summary: string }

/** Every project one can report to. */
export async function ProjectList({ projects }: { projects: readonly Project[] }) {
  const { t } = await pageLanguage()
  if (projects.length === 0)
    return (
      <EmptyState title={t('home.noProjects')}>
        <p>{t('home.noProjectsNote')}</p>
      </EmptyState>
    )
  return (
    <ul className="grid border-t border-line">
      {projects.map(({ slug, name, summary }) => (
        <li key={slug} className="flex flex-wrap items-baseline gap-x-6 gap-y-2 border-b border-line py-4">
          <div className="min-w-0 flex-1 basis-80">
            <h3 className="text-[1.0625em]">
              <a href={`/projects/${slug}`} className="text-accent underline">
                {name}
              </a>
            </h3>
            <p className="max-w-prose text-muted">{summary}</p>
          </div>
          <a href={`/projects/${slug}/report`} className="button secondary">
            {t.rich('home.report', { name, more: (more) => <span className="sr-only">{more}</span> })}
          </a>
        </li>
      ))}
    </ul>
  )
}
