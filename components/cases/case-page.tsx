'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { LookingProvider } from '@/components/attention/looking'
import { unreadQueryOptions } from '@/components/notifications/unread-query-options'
import { UnlockedKeysProvider } from '@/components/encryption/unlocked-keys'
import { useReadAgainMs } from '@/components/live/live-provider'
import { Callout } from '@/components/ui/callout'
import { Button } from '@/components/ui/button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { CaseContext } from './case-context'
import { CaseFrame } from './case-frame'
import { caseQueryOptions, CaseUnavailable } from './case-query-options'

/** One case, kept in step with what others do to it. */
export function CasePage({ reference, formKey }: { reference: string; formKey: string }) {
  const client = useQueryClient()
  const options = caseQueryOptions(reference)
  const { data, error, refetch } = useQuery({
    ...options,
    refetchInterval: useReadAgainMs(),
    retry: false,
  })
  const isGone = error instanceof CaseUnavailable && error.status < 500
  useEffect(() => {
    // Not there for this person any more: what is on the screen goes at once.
    if (isGone) window.location.reload()
  }, [isGone])
  const hasUnreadNews = data?.hasUnreadNews
  useEffect(() => {
    // Opening the case marked it as read: the bell counts again.
    if (hasUnreadNews) void client.invalidateQueries({ queryKey: unreadQueryOptions.queryKey })
  }, [hasUnreadNews, client])
  const value = useMemo(
    () =>
      data && {
        view: data,
        formKey,
        refresh: () => void client.invalidateQueries({ queryKey: ['cases'] }),
      },
    [data, formKey, client],
  )
  if (!value || isGone) return <SkeletonRows label="Loading the case" />
  return (
    <CaseContext value={value}>
      {error && (
        <Callout kind="warning" title="This page could not be brought up to date" className="mb-4">
          <p>What you see may be older than what stands now. Nothing you typed is lost.</p>
          <Button size="small" onClick={() => void refetch()}>
            Try again
          </Button>
        </Callout>
      )}
      <UnlockedKeysProvider>
        <LookingProvider key={reference} reference={reference} readTo={value.view.lastPosition}>
          <CaseFrame />
        </LookingProvider>
      </UnlockedKeysProvider>
    </CaseContext>
  )
}
