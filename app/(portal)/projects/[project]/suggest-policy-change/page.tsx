import { randomBytes } from 'node:crypto'
import type { Metadata } from 'next'
import { RequestForm } from '@/components/requests/request-form'
import { RequestFormPage } from '@/components/requests/request-form-page'
import { pageLanguage } from '@/components/shell/page-language'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { requestForms } from '@/domain/requests/request'
import { policyPartLabel, policyParts } from '@/domain/requests/request-forms'
import { anyone } from '@/server/auth/anyone'
import { environment } from '@/server/kernel/environment'
import { answerOf } from '@/server/kernel/page'
import { publicProject } from '@/server/projects/public-project'

type Props = { params: Promise<{ project: string }> }

export const metadata: Metadata = { title: requestForms.policy.title }

export default async function SuggestPolicyChangePage({ params }: Props) {
  const project = await answerOf(publicProject(anyone, await params))
  const { words } = await pageLanguage()
  return (
    <RequestFormPage
      kind="policy"
      project={project}
      note={`Version ${project.policy.version} of the policy is in force. You are told whether your suggestion is taken, and with which version.`}
    >
      <RequestForm
        kind="policy"
        project={project.slug}
        submission={randomBytes(18).toString('base64url')}
        findUrl={`${environment().BASE_URL}/receipt`}
        words={words.receipt}
      >
        <Select
          name="part"
          label="Which part you mean"
          placeholder="Choose a part"
          choices={policyParts.map((part) => ({ value: part, label: policyPartLabel[part] }))}
        />
        <TextArea name="text" label="What it should say" rows={4} />
        <TextArea name="why" label="Why" rows={4} hint="What goes wrong as it stands." />
      </RequestForm>
    </RequestFormPage>
  )
}
