import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { RequestForm } from '@/components/requests/request-form'
import { RequestFormPage } from '@/components/requests/request-form-page'
import { pageLanguage } from '@/components/shell/page-language'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { requestForms } from '@/domain/requests/request'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'

type Props = { params: Promise<{ project: string }> }

export const metadata: Metadata = { title: requestForms.testing.title }

export default async function AskBeforeTestingPage({ params }: Props) {
  const project = await answerOf(publicProject(anyone, await params))
  const { words } = await pageLanguage()
  return (
    <RequestFormPage
      kind="testing"
      project={project}
      note="Say what you want to test before you do. The team allows it with conditions, or says why not."
    >
      <RequestForm
        kind="testing"
        project={project.slug}
        submission={randomBytes(18).toString('base64url')}
        findUrl={`${environment().BASE_URL}/receipt`}
        words={words.receipt}
      >
        <TextArea name="what" label="What you want to test" rows={4} />
        <TextArea
          name="where"
          label="Where"
          rows={3}
          hint="Addresses, accounts, or a copy that you run yourself."
        />
        <TextInput name="when" label="When" hint="Dates, and hours if they matter. With their time zone." />
        <TextArea
          name="how"
          label="How"
          rows={3}
          hint="By hand or with which tools, and how many requests."
        />
      </RequestForm>
    </RequestFormPage>
  )
}
