import { advisoryPath } from '@/domain/advisories/advisory-path'
import { filledNote, generatedNote, type NoteMoment } from '@/domain/advisories/release-note-text'
import type { CaseView } from '@/server/cases/case-view'

/** The text of a moment with its places: what somebody wrote, else what the facts make; null while they do not suffice. */
export const noteText = (view: CaseView, moment: NoteMoment): string | null =>
  view.fix.notes[moment]?.text ??
  generatedNote(moment, {
    advisory: view.advisory && {
      id: view.advisory.publicId,
      title: view.advisory.draft.title,
      cveId: view.advisory.draft.cveId,
    },
    rating: view.rating,
  })

/** The text for one line and version. */
export function noteFor(view: CaseView, text: string, line: string, version: string | null): string {
  const { advisory, baseUrl, project } = view
  const url = advisory && `${baseUrl}${advisoryPath({ id: advisory.publicId, projectSlug: project.slug })}`
  return filledNote(text, { version, line, url })
}
