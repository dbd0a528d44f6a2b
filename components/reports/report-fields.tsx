import { Checkbox } from '@/components/ui/checkbox'
import { Disclosure } from '@/components/ui/disclosure'
import { RadioGroup } from '@/components/ui/radio-group'
import { pageLanguage } from '@/components/shell/page-language'
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
export async function ReportFields({ limits, fileLimits, isImpactNeeded, isContactWanted }: Props) {
  const { t } = await pageLanguage()
  return (
    <>
      <Section title={t('reportFields.found')}>
        <Finding limits={limits} />
      </Section>
      <Section title={t('reportFields.does')}>
        <WhatItDoes limits={limits} isNeeded={isImpactNeeded} />
      </Section>
      <Section title={t('reportFields.reproducing')}>
        <Reproducing limits={limits} fileLimits={fileLimits} />
      </Section>
      <Section title={t('reportFields.versions')}>
        <Versions />
      </Section>
      <Section title={t('reportFields.terms')}>
        <Terms />
      </Section>
      <Section title={t('reportFields.reach')}>
        <Reaching isWanted={isContactWanted} />
      </Section>
    </>
  )
}

async function Finding({ limits }: WithLimits) {
  const { t } = await pageLanguage()
  return (
    <>
      <TextInput
        name="title"
        label={t('reportFields.title')}
        hint={t('reportFields.titleHint')}
        autoComplete="off"
      />
      <TextArea
        name="description"
        label={t('reportFields.description')}
        rows={9}
        hint={
          <>
            {t('reportFields.descriptionHint')}
            <CharacterCount name="description" max={limits.body} />
          </>
        }
      />
    </>
  )
}

async function WhatItDoes({ limits, isNeeded }: WithLimits & { isNeeded: boolean }) {
  const { t } = await pageLanguage()
  return (
    <>
      <TextArea
        name="impact"
        label={t('reportFields.impact')}
        optional={!isNeeded}
        rows={4}
        hint={
          <>
            {t('reportFields.impactHint')}
            <CharacterCount name="impact" max={limits.prose} />
          </>
        }
      />
      <Checkbox name="exploited" label={t('reportFields.exploited')} />
      <Checkbox name="alreadyPublic" label={t('reportFields.alreadyPublic')} />
    </>
  )
}

async function Reproducing({ limits, fileLimits }: WithLimits & { fileLimits: FileLimits }) {
  const { t, words } = await pageLanguage()
  return (
    <>
      <TextArea
        name="reproduction"
        label={t('reportFields.steps')}
        optional
        rows={5}
        hint={
          <>
            {t('reportFields.stepsHint')}
            <CharacterCount name="reproduction" max={limits.body} />
          </>
        }
      />
      <TextArea
        name="suggestedFix"
        label={t('reportFields.fix')}
        optional
        rows={3}
        hint={
          <>
            {t('reportFields.fixHint')}
            <CharacterCount name="suggestedFix" max={limits.prose} />
          </>
        }
      />
      <AttachmentsField limits={fileLimits} words={words.files} hint={t('files.reportHint')} />
    </>
  )
}

async function Versions() {
  const { t } = await pageLanguage()
  return (
    <TextInput
      name="affectedVersions"
      label={t('reportFields.affected')}
      optional
      hint={t('reportFields.affectedHint')}
      mono
      autoComplete="off"
    />
  )
}

async function Terms() {
  const { t, words } = await pageLanguage()
  return (
    <>
      <DisclosureFields hint={t('reportFields.dateHint')} words={words.ownTerms} />
      <TextArea name="toldOthers" label={t('reportFields.told')} optional rows={2} />
      <Checkbox
        name="personalDataSeen"
        label={t('reportFields.personalData')}
        hint={t('reportFields.personalDataHint')}
      />
      <CreditFields words={words.creditFields} nameHint={t('reportFields.byNameHint')} />
      <TextInput
        name="trackingId"
        label={t('reportFields.number')}
        optional
        hint={t('reportFields.numberHint')}
        mono
        autoComplete="off"
      />
    </>
  )
}

async function Reaching({ isWanted }: { isWanted: boolean }) {
  const { t } = await pageLanguage()
  return (
    <>
      <p className="max-w-prose text-muted">
        {t('reportFields.reachNote')}
        {isWanted && ` ${t('reportFields.reachWanted')}`}
      </p>
      <TextInput name="contactName" label={t('reportFields.name')} optional autoComplete="name" />
      <TextInput
        name="contactEmail"
        label={t('reportFields.address')}
        optional
        type="email"
        autoComplete="email"
      />
      <Disclosure summary={t('reportFields.key')} className="border-b-0">
        <TextArea
          name="reporterKey"
          label={t('reportFields.publicKey')}
          optional
          rows={3}
          mono
          spellCheck={false}
          hint={t('reportFields.publicKeyHint')}
        />
      </Disclosure>
      <RadioGroup
        name="newsByMail"
        label={t('reportFields.news')}
        hint={t('reportFields.newsHint')}
        defaultValue="yes"
        choices={[
          { value: 'yes', label: t('reportFields.newsYes') },
          { value: 'no', label: t('reportFields.newsNo') },
        ]}
      />
    </>
  )
}
