import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Catalogue } from '@/domain/languages/en'
import { answerDateAction } from '@/server/reports/actions'

type Props = { proposal: string; reference: string; words: Catalogue['answerDate'] }

/** The reporter accepts or declines a date the team proposes. */
export function AnswerDateForm({ proposal, reference, words }: Props) {
  return (
    <ActionForm
      id={`answer-${proposal}`}
      action={answerDateAction}
      hidden={{ case: reference, proposal }}
      className="grid gap-3"
    >
      <TextArea name="answer" label={words.words} optional rows={2} />
      <FormFoot>
        <SubmitButton name="accepted" value="yes">
          {words.accept}
        </SubmitButton>
        <SubmitButton variant="secondary" name="accepted" value="no">
          {words.decline}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
