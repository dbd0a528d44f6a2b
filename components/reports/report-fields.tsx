import { Checkbox } from '@/components/ui/checkbox'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { Section } from '@/components/ui/section'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { AttachmentsField, type FileLimits } from './attachments-field'
import { CharacterCount } from './character-count'
import { CreditFields } from './credit-fields'
import { DisclosureFields } from './disclosure-fields'

/** In characters, as the server counts them. */
export type ReportLimits = { line: number; version: number; prose: number; body: number }

type WithLimits = { limits: ReportLimits }

type Props = WithLimits & { fileLimits: FileLimits; isImpactNeeded: boolean; isContactWanted: boolean }

/** What a report says, in six groups. */
export function ReportFields({ limits, fileLimits, isImpactNeeded, isContactWanted }: Props) {
  return (
    <>
      <Section title="What you found">
        <Finding limits={limits} />
      </Section>
      <Section title="What it does">
        <WhatItDoes limits={limits} isNeeded={isImpactNeeded} />
      </Section>
      <Section title="How to reproduce it">
        <Reproducing limits={limits} fileLimits={fileLimits} />
      </Section>
      <Section title="Versions">
        <Versions />
      </Section>
      <Section title="Your terms">
        <Terms />
      </Section>
      <Section title="How to reach you">
        <Reaching isWanted={isContactWanted} />
      </Section>
    </>
  )
}

function Finding({ limits }: WithLimits) {
  return (
    <>
      <TextInput
        name="title"
        label="Title"
        hint="One line, such as “Reset tokens stay valid after a password change”."
        autoComplete="off"
      />
      <TextArea
        name="description"
        label="Description"
        rows={9}
        hint={
          <>
            What is wrong, where, and how it can be used. Write it here in full: a link or a file alone cannot
            be handled. One vulnerability per report.
            <CharacterCount name="description" max={limits.body} />
          </>
        }
      />
    </>
  )
}

function WhatItDoes({ limits, isNeeded }: WithLimits & { isNeeded: boolean }) {
  return (
    <>
      <TextArea
        name="impact"
        label="Impact"
        optional={!isNeeded}
        rows={4}
        hint={
          <>
            What an attacker gains, what they need for it, and who is affected.
            <CharacterCount name="impact" max={limits.prose} />
          </>
        }
      />
      <Checkbox name="exploited" label="I know or suspect that it is being exploited" />
      <Checkbox name="alreadyPublic" label="It is public already, or somebody else may publish it" />
    </>
  )
}

function Reproducing({ limits, fileLimits }: WithLimits & { fileLimits: FileLimits }) {
  return (
    <>
      <TextArea
        name="reproduction"
        label="Steps"
        optional
        rows={5}
        hint={
          <>
            From a fresh installation to the effect. Requests, code and output may be pasted here.
            <CharacterCount name="reproduction" max={limits.body} />
          </>
        }
      />
      <TextArea
        name="suggestedFix"
        label="How it could be fixed"
        optional
        rows={3}
        hint={
          <>
            An idea is enough.
            <CharacterCount name="suggestedFix" max={limits.prose} />
          </>
        }
      />
      <AttachmentsField limits={fileLimits} hint="Patches, logs, screenshots." />
    </>
  )
}

function Versions() {
  return (
    <TextInput
      name="affectedVersions"
      label="Affected versions"
      optional
      hint="Those you tried, and those that look affected, such as 2.4.1; not 2.3.x."
      mono
      autoComplete="off"
    />
  )
}

function Terms() {
  return (
    <>
      <DisclosureFields hint="When you publish in any case. You can state, change or take it back later." />
      <TextArea name="toldOthers" label="Whom else you told" optional rows={2} />
      <Checkbox
        name="personalDataSeen"
        label="I came across personal data of others"
        hint="Say in the description whose and where it is now. Do not attach it: the team is alerted at once, and asks you if it needs more."
      />
      <CreditFields nameHint="The one below, or the name you leave under “How to reach you”." />
      <TextInput
        name="trackingId"
        label="Your own number for it"
        optional
        hint="As it stands in your list, such as VR-2026-014. The team sees it beside the report."
        mono
        autoComplete="off"
      />
    </>
  )
}

function Reaching({ isWanted }: { isWanted: boolean }) {
  return (
    <>
      <p className="max-w-prose text-muted">
        May be left empty. Your receipt brings you back in any case. Without an address a lost receipt cannot
        be replaced by anybody.
        {isWanted && ' This project asks for an address, in case it has questions.'}
      </p>
      <TextInput name="contactName" label="Name" optional autoComplete="name" />
      <TextInput name="contactEmail" label="Mail address" optional type="email" autoComplete="email" />
      <Disclosure summary="Your OpenPGP key" className="border-b-0">
        <TextArea
          name="reporterKey"
          label="Public key"
          optional
          rows={3}
          mono
          spellCheck={false}
          hint="Mails to you are then encrypted, and hold what the team wrote."
        />
      </Disclosure>
      <RadioGroup
        name="newsByMail"
        label="A mail when there is news"
        hint="It says that there is news, never what it is. You can change this later, and each mail has a link to stop them."
        defaultValue="yes"
        choices={[
          { value: 'yes', label: 'Yes, to this address' },
          { value: 'no', label: 'No, I look here myself' },
        ]}
      />
    </>
  )
}
