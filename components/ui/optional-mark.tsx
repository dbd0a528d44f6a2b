'use client'

import { useUiWords } from './ui-language'

/** Says after a label that the field may stay empty. */
export function OptionalMark() {
  return <span className="font-normal text-muted"> {useUiWords().optional}</span>
}
