import { SubmitButton } from '@/components/ui/submit-button'
import type { RequestView } from '@/server/requests/request-view'

/** Sends the answer to a request; says why not to whoever may not. */
export const AnswerButton = ({ mayAnswer }: Pick<RequestView, 'mayAnswer'>) => (
  <div>
    <SubmitButton disabledReason={mayAnswer.allowed ? undefined : mayAnswer.reason} pendingLabel="Answering…">
      Answer
    </SubmitButton>
  </div>
)
