import { useEffect, useState } from 'react'

/** The value once it has stayed the same for so long: for asking a server while somebody types. */
export function useDebounced<Value>(value: Value, restMs = 200): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
  }, [value, restMs])
  return settled
}
