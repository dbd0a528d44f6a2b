'use client'

import { FormFoot } from '@/components/ui/form-foot'
import { ActionForm } from '@/components/ui/action-form'
import { Callout } from '@/components/ui/callout'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import { signSecurityTxtAction, unsignSecurityTxtAction } from '@/server/encryption/actions'
import type { encryptionSettings } from '@/server/encryption/encryption-settings'
import { Fingerprint } from './key-names'

type Settings = Extract<Awaited<ReturnType<typeof encryptionSettings>>, { ok: true }>['value']
type Props = { project: string; securityTxt: Settings['securityTxt']; lockedBecause?: string }

/** The text to sign, the signed one that is served, and where another is handed in. */
export function SecurityTxtPart({ project, securityTxt: { text, signed }, lockedBecause }: Props) {
  return (
    <div className="grid max-w-3xl gap-5">
      {signed?.notServed && (
        <Callout kind="warning" title="Served without a signature">
          <p>{signed.notServed} Sign the text below and hand it in again.</p>
        </Callout>
      )}
      {signed && (
        <ActionForm id="unsign" action={unsignSecurityTxtAction} hidden={{ project }} className="grid gap-2">
          <p>
            Signed with <Fingerprint fingerprint={signed.fingerprint} />,{' '}
            <Time instant={signed.addedAt} show="absolute" />
            {signed.expiresAt && (
              <>
                ; expires <Time instant={signed.expiresAt} />
              </>
            )}
          </p>
          <div>
            <SubmitButton variant="secondary" size="small" disabledReason={lockedBecause}>
              Serve it without a signature
            </SubmitButton>
          </div>
        </ActionForm>
      )}
      <div className="grid gap-2">
        <p>
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="security.txt"
            className="text-accent underline"
          >
            Download the current text
          </a>
          , sign it with <code className="font-mono">gpg --clearsign security.txt</code>, and paste what is in
          security.txt.asc.
        </p>
        <pre className="overflow-x-auto rounded-md bg-sunken p-3 font-mono text-[0.8125rem]/5" tabIndex={0}>
          {text}
        </pre>
      </div>
      <ActionForm
        id="sign"
        action={signSecurityTxtAction}
        hidden={{ project }}
        resetOnDone
        className="grid gap-4"
      >
        <TextArea name="signed" label="The signed text" rows={6} mono spellCheck={false} />
        <FormFoot>
          <SubmitButton pendingLabel="Verifying…" disabledReason={lockedBecause}>
            Serve the signed text
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </div>
  )
}
