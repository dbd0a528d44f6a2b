import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { Catalogue } from '@/domain/languages/en'
import { Fragment } from 'react'
import { fillIn } from '@/lib/ui-words'
import { answerVerificationAction } from '@/server/reports/actions'

type Props = {
  reference: string
  asked: { lineId: string; line: string; version: string; url: string }
  words: Catalogue['verifyFix']
}

/** The reporter says whether the fix of one line holds. */
export function VerifyFixForm({ reference, asked: { lineId, line, version, url }, words }: Props) {
  return (
    <ActionForm
      id={`verify-${lineId}`}
      action={answerVerificationAction}
      hidden={{ case: reference, line: lineId }}
      className="grid gap-3"
    >
      <RadioGroup
        name="result"
        label={
          <>
            {words.label.split(/(\{version\})/).map((part) => (
              <Fragment key={part}>
                {part === '{version}' ? (
                  <a href={url} rel="noreferrer nofollow" className="font-mono text-accent underline">
                    {version}
                  </a>
                ) : (
                  fillIn(part, { line })
                )}
              </Fragment>
            ))}
          </>
        }
        choices={[
          { value: 'verified', label: words.works },
          { value: 'vulnerable', label: words.vulnerable },
        ]}
      />
      <TextArea name="words" label={words.words} rows={3} hint={words.hint} />
      <FormFoot>
        <SubmitButton variant="secondary">{words.send}</SubmitButton>
      </FormFoot>
    </ActionForm>
  )
}
