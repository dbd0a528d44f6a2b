'use client'

import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { FormPart } from './form-part'
import { filled, type PolicyValues } from './policy-values'

/** What protects researchers, and how to reach the team besides the form. */
export function ContactFields({ values }: { values: PolicyValues }) {
  return (
    <>
      <FormPart
        title="Safe harbour"
        note="Shown before a report is sent and stored with it. Leave both empty to promise none."
      >
        <TextArea
          {...filled(values, 'safeHarbour.conditions')}
          label="Conditions"
          hint="One on each line."
          rows={4}
          optional
        />
        <TextArea
          {...filled(values, 'safeHarbour.promise')}
          label="What you promise to those who keep to them"
          rows={4}
          optional
        />
      </FormPart>
      <FormPart title="Ways to reach you" note="Besides the form of this desk.">
        <TextArea
          {...filled(values, 'channels.mail')}
          label="Mail addresses for reports"
          hint="One on each line."
          rows={2}
          optional
        />
        <TextInput
          {...filled(values, 'channels.encryptionKeyUrl')}
          label="Address of your OpenPGP key"
          hint="Starts with https://."
          type="url"
          optional
        />
        <TextInput
          {...filled(values, 'channels.plainContact')}
          label="Contact without encryption"
          hint="For telling you that something could not be decrypted."
          optional
        />
      </FormPart>
      <FormPart
        title="In your own words"
        note="Credit is not asked here: reporters are credited unless they decline."
      >
        <TextArea
          {...filled(values, 'introduction')}
          label="Introduction"
          hint="Stands above the promises. What fits none of the parts above."
          rows={4}
          optional
        />
        <TextInput
          {...filled(values, 'feedback')}
          label="Where suggestions about this policy go"
          hint="An address, or a link."
          optional
        />
      </FormPart>
    </>
  )
}
