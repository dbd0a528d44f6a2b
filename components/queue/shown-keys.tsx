'use client'

import dynamic from 'next/dynamic'
import { bound, everywhereKeys } from './key-tables'
import { showKeys, useListedKeys } from './page-keys'
import { useShortcuts } from './use-shortcuts'

// Loaded when it is opened first: most pages are left without it.
const KeysDialog = dynamic(() => import('./keys-dialog').then((module) => module.KeysDialog), { ssr: false })

/** Binds `?` on every page of the console: it lists the keys of the page and those of everywhere. */
export function ShownKeys() {
  const { groups, isShown } = useListedKeys()
  useShortcuts(bound(everywhereKeys, { keys: () => showKeys() }))
  return isShown && <KeysDialog groups={groups} open onOpenChange={showKeys} />
}
