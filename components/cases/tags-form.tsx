'use client'

import { useQuery } from '@tanstack/react-query'
import { choicesOptions } from '@/components/palette/palette-query-options'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { longestTag } from '@/domain/cases/tag'
import { tagCaseAction, untagCaseAction } from '@/server/cases/actions'
import { useCase } from './case-context'
import { CaseForm } from './case-form'
import { ActSubmit } from './may-button'

const knownTagsId = 'known-tags'

/** The tags of the case: each can be taken off, and another put on. */
export function TagsForm() {
  const { view } = useCase()
  const choices = useQuery(choicesOptions)
  const known = choices.data?.projects.find(({ slug }) => slug === view.project.slug)?.tags ?? []
  return (
    <div className="grid gap-4">
      <p className="text-muted">
        Tags sort the cases of {view.project.name} for its team. Reporters never see them.
      </p>
      {view.tags.length > 0 && (
        <ul aria-label="Tags of this case" className="flex flex-wrap gap-2">
          {view.tags.map((tag) => (
            <li key={tag}>
              <CaseForm
                id={`untag-${tag}`}
                action={untagCaseAction}
                done={`“${tag}” is taken off.`}
                hidden={{ label: tag }}
                className="flex items-center gap-1 rounded-md border border-line py-0.5 pr-0.5 pl-2"
              >
                <span className="wrap-anywhere">{tag}</span>
                <SubmitButton variant="quiet" size="small" aria-label={`Take “${tag}” off`}>
                  Take off
                </SubmitButton>
              </CaseForm>
            </li>
          ))}
        </ul>
      )}
      <CaseForm
        id="tag"
        action={tagCaseAction}
        done="The tag is put on."
        resetOnDone
        className="flex flex-wrap items-end gap-3"
      >
        <TextInput
          name="label"
          label="Tag"
          hint={`Up to ${longestTag} characters. One the project does not know yet begins with this case.`}
          maxLength={longestTag}
          list={knownTagsId}
          autoComplete="off"
          fieldClassName="min-w-64 flex-1"
        />
        <datalist id={knownTagsId}>
          {known.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <ActSubmit act="tag_case" pendingLabel="Saving…">
          Put on
        </ActSubmit>
      </CaseForm>
    </div>
  )
}
