import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { RequestForm } from '@/components/requests/request-form'
import { RequestFormPage } from '@/components/requests/request-form-page'
import { pageLanguage } from '@/components/shell/page-language'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { policyParts } from '@/domain/requests/request-forms'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('requestForms.policy') }
}

export default async function SuggestPolicyChangePage({ params }: Props) {
  const project = await answerOf(publicProject(anyone, await params))
  const { t, words } = await pageLanguage()
  return (
    <RequestFormPage
      kind="policy"
      project={project}
      note={t('requestPage.policy', { version: project.policy.version })}
    >
      <RequestForm
        kind="policy"
        project={project.slug}
        submission={randomBytes(18).toString('base64url')}
        findUrl={`${environment().BASE_URL}/receipt`}
        words={{ form: words.requestForm, secret: words.receipt, receipt: words.requestReceipt }}
      >
        <Select
          name="part"
          label={t('requestFields.part')}
          placeholder={t('requestFields.choosePart')}
          choices={policyParts.map((part) => ({ value: part, label: t(`policyPart.${part}`) }))}
        />
        <TextArea name="text" label={t('requestFields.text')} rows={4} />
        <TextArea name="why" label={t('requestFields.why')} rows={4} hint={t('requestFields.whyHint')} />
      </RequestForm>
    </RequestFormPage>
  )
}
