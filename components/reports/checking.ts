/** Whether this browser is solving a challenge just now: known to who sends, shown beside the button. */
let isChecking = false
const listeners = new Set<() => void>()

export const checking = {
  get: (): boolean => isChecking,
  set(value: boolean): void {
    isChecking = value
    for (const listener of listeners) listener()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
