import type { ReactNode } from 'react'
import { PageHeading } from '@/components/ui/section'
import { SettingsTabs } from './settings-tabs'

type Props = { project: { slug: string; key: string; name: string; summary: string }; children: ReactNode }

/** What stands on every page of a project's settings. */
export function SettingsFrame({ project: { slug, key, name, summary }, children }: Props) {
  return (
    <div className="grid gap-5">
      <PageHeading
        title={name}
        note={
          <>
            <span className="font-mono">{key}</span> · {summary}
          </>
        }
      />
      <SettingsTabs slug={slug} />
      <div className="grid gap-8">{children}</div>
    </div>
  )
}
