import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { RequestForm } from '@/components/requests/request-form'
import { RequestFormPage } from '@/components/requests/request-form-page'
import { pageLanguage } from '@/components/shell/page-language'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await pageLanguage()
  return { title: t('requestForms.testing') }
}

export default async function AskBeforeTestingPage({ params }: Props) {
  const project = await answerOf(publicProject(anyone, await params))
  const { t, words } = await pageLanguage()
  return (
    <RequestFormPage kind="testing" project={project} note={t('requestPage.testing')}>
      <RequestForm
        kind="testing"
        project={project.slug}
        submission={randomBytes(18).toString('base64url')}
        findUrl={`${environment().BASE_URL}/receipt`}
        words={{ form: words.requestForm, secret: words.receipt, receipt: words.requestReceipt }}
      >
        <TextArea name="what" label={t('requestFields.what')} rows={4} />
        <TextArea
          name="where"
          label={t('requestFields.where')}
          rows={3}
          hint={t('requestFields.whereHint')}
        />
        <TextInput name="when" label={t('requestFields.when')} hint={t('requestFields.whenHint')} />
        <TextArea name="how" label={t('requestFields.how')} rows={3} hint={t('requestFields.howHint')} />
      </RequestForm>
    </RequestFormPage>
  )
}
