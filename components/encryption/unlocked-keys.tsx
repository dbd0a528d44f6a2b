'use client'

import type { PrivateKey } from 'openpgp'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'

interface UnlockedKeys {
  keys: readonly PrivateKey[]
  add(key: PrivateKey): void
  /** Changes when keys are forgotten: what they opened goes with them. */
  round: number
  forget(): void
}

const UnlockedKeysContext = createContext<UnlockedKeys>({
  keys: [],
  round: 0,
  add: () => undefined,
  forget: () => undefined,
})

/** Holds the private keys a person opened, in the memory of this page alone: leaving it forgets them. */
export function UnlockedKeysProvider({ children }: { children: ReactNode }) {
  const [keys, setKeys] = useState<readonly PrivateKey[]>([])
  const [round, setRound] = useState(0)
  const value = useMemo(
    () => ({
      keys,
      round,
      add: (key: PrivateKey) => setKeys((held) => [...held, key]),
      forget: () => {
        setKeys([])
        setRound((rounds) => rounds + 1)
      },
    }),
    [keys, round],
  )
  return <UnlockedKeysContext value={value}>{children}</UnlockedKeysContext>
}

/** The private keys opened on this page. */
export const useUnlockedKeys = (): UnlockedKeys => useContext(UnlockedKeysContext)
