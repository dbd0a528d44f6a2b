import { showKeys } from './page-keys'

/** Lists the keys of this page, as `?` does. */
export const KeysButton = () => (
  <button
    type="button"
    onClick={() => showKeys()}
    className="min-h-6 text-sm text-muted underline max-md:hidden"
  >
    Keys
  </button>
)
