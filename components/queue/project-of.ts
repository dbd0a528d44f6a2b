import type { QueueChoices } from '@/server/cases/queue-choices'
import type { QueueRow } from '@/server/cases/queue-rows'

/** The project of a case among those one works on. */
export const projectOf = <Project extends Pick<QueueChoices['projects'][number], 'slug'>>(
  choices: { projects: readonly Project[] },
  { project }: Pick<QueueRow, 'project'>,
): Project | undefined => choices.projects.find(({ slug }) => slug === project)
