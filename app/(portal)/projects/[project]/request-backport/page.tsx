import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { EvidenceFields } from '@/components/requests/evidence-fields'
import { RequestForm } from '@/components/requests/request-form'
import { RequestFormPage } from '@/components/requests/request-form-page'
import { pageLanguage } from '@/components/shell/page-language'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Select } from '@/components/ui/select'
import { readPublicAdvisoryId } from '@/domain/advisories/public-id'
import { requestForms } from '@/domain/requests/request'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'
import { backportChoices } from '@/server/requests/backport-choices'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<{ advisory?: string | string[] }>
}

export const metadata: Metadata = { title: requestForms.backport.title }

export default async function RequestBackportPage({ params, searchParams }: Props) {
  const { project: named } = await params
  const project = await answerOf(publicProject(anyone, { project: named }))
  const { isTaken, advisories, lines } = await answerOf(backportChoices(anyone, { project: named }))
  const { advisory } = await searchParams
  // A page that is not announced yet leads here too, with the id that stands on it.
  const given = typeof advisory === 'string' ? readPublicAdvisoryId(advisory) : null
  const offered = advisories.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` }))
  const choices =
    given && !advisories.some(({ id }) => id === given)
      ? [{ value: given, label: given }, ...offered]
      : offered
  const { words } = await pageLanguage()
  return (
    <RequestFormPage
      kind="backport"
      project={project}
      note="A fix comes to an older line when somebody asks for it and shows what the newer line breaks."
    >
      {!isTaken || lines.length === 0 || choices.length === 0 ? (
        <EmptyState
          title={
            !isTaken
              ? 'This project takes no requests for older lines'
              : lines.length === 0
                ? 'There is no older line to ask for'
                : 'No fix is announced yet'
          }
          action={<LinkButton href={`/projects/${project.slug}`}>See the supported versions</LinkButton>}
        >
          {!isTaken
            ? 'Its policy fixes supported lines only. Move to one of them.'
            : 'Every line that has releases is supported, or nothing has been announced so far.'}
        </EmptyState>
      ) : (
        <RequestForm
          kind="backport"
          project={project.slug}
          submission={randomBytes(18).toString('base64url')}
          findUrl={`${environment().BASE_URL}/receipt`}
          words={words.receipt}
        >
          <Select
            name="advisory"
            label="Which fix"
            placeholder="Choose the advisory"
            choices={choices}
            defaultValue={given ?? undefined}
          />
          <Select
            name="line"
            label="Which older line"
            placeholder="Choose the line you are on"
            choices={lines.map(({ id, name, range }) => ({ value: id, label: `${name} (${range})` }))}
          />
          <EvidenceFields isOptional />
        </RequestForm>
      )}
    </RequestFormPage>
  )
}
