import { environment } from './environment'
import { readMasterKey } from './master-key'
import { createVault, type Vault } from './sealing'

const held = globalThis as { __vault?: Vault }

/** The process's one vault, over the master key from the environment or its file. */
export const vault = (): Vault => (held.__vault ??= createVault(readMasterKey(environment())))
