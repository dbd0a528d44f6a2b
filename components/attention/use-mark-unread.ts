'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useToast } from '@/components/ui/toast'
import { postJson } from '@/lib/fetch-json'
import { caseAddress } from './case-address'

/** Marks a case as unread for oneself, and says how it went. */
export function useMarkUnread(): (reference: string) => Promise<void> {
  const client = useQueryClient()
  const announce = useToast()
  return useCallback(
    async (reference) => {
      const failed = await postJson(caseAddress(reference, 'unread'), {}).then(
        () => false,
        () => true,
      )
      if (failed) announce({ kind: 'failed', text: `${reference} could not be marked as unread. Try again.` })
      else await client.invalidateQueries({ queryKey: ['cases', 'queue'] })
    },
    [client, announce],
  )
}
