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
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'
import { backportChoices } from '@/server/requests/backport-choices'

type Props = {
  params: Promise<{ project: string }>
  searchParams: Promise<{ advisory?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('requestForms.backport') }
}

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
  const isClosed = !isTaken || lines.length === 0 || choices.length === 0
  const { t, words } = await pageLanguage()
  return (
    <RequestFormPage kind="backport" project={project} note={t('requestPage.backport')} isClosed={isClosed}>
      {isClosed ? (
        <EmptyState
          title={
            !isTaken
              ? t('requestPage.notTaken')
              : lines.length === 0
                ? t('requestPage.noLine')
                : t('requestPage.noFix')
          }
          action={<LinkButton href={`/projects/${project.slug}`}>{t('requestPage.seeVersions')}</LinkButton>}
        >
          {!isTaken ? t('requestPage.notTakenNote') : t('requestPage.nothingNote')}
        </EmptyState>
      ) : (
        <RequestForm
          kind="backport"
          project={project.slug}
          submission={randomBytes(18).toString('base64url')}
          findUrl={`${environment().BASE_URL}/receipt`}
          words={{ form: words.requestForm, secret: words.receipt, receipt: words.requestReceipt }}
        >
          <Select
            name="advisory"
            label={t('requestFields.fix')}
            placeholder={t('requestFields.chooseFix')}
            choices={choices}
            defaultValue={given ?? undefined}
          />
          <Select
            name="line"
            label={t('requestFields.line')}
            placeholder={t('requestFields.chooseLine')}
            choices={lines.map(({ id, name, range }) => ({ value: id, label: `${name} (${range})` }))}
          />
          <EvidenceFields isOptional />
        </RequestForm>
      )}
    </RequestFormPage>
  )
}
