'use client'

import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

export type ProjectValues = { name: string; summary: string; repository: string; packages: string }

/** What a project says about itself. */
export function ProjectFields({ values }: { values?: ProjectValues }) {
  return (
    <>
      <TextInput name="name" label="Name" defaultValue={values?.name} autoComplete="off" required />
      <TextInput
        name="summary"
        label="What it is"
        hint="One sentence. Stands under the name on the portal."
        defaultValue={values?.summary}
        required
      />
      <TextInput
        name="repository"
        label="Repository"
        type="url"
        hint="Starts with https://."
        defaultValue={values?.repository}
        optional
      />
      <TextArea
        name="packages"
        label="Packages"
        hint="One package URL on each line, without a version, such as pkg:npm/%40marmotte/core. Advisories name them."
        rows={3}
        mono
        defaultValue={values?.packages}
        optional
      />
    </>
  )
}
