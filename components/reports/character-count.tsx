'use client'

import { useEffect, useState } from 'react'
import { useFormField } from '@/components/ui/form-context'
import { useUiWords } from '@/components/ui/ui-language'
import { fillIn } from '@/lib/ui-words'

/** How much of a field's room is used, once half of it is. Without scripts the server counts. */
export function CharacterCount({ name, max }: { name: string; max: number }) {
  const { id } = useFormField(name)
  const { locale, characters } = useUiWords()
  const [length, setLength] = useState(0)
  useEffect(() => {
    const field = document.getElementById(id)
    const count = (event: Event) => setLength([...(event.target as HTMLTextAreaElement).value].length)
    field?.addEventListener('input', count)
    return () => field?.removeEventListener('input', count)
  }, [id])
  if (length <= max / 2) return null
  return (
    <span className={length > max ? 'font-medium text-danger' : undefined}>
      {' '}
      {fillIn(characters, { length: length.toLocaleString(locale), max: max.toLocaleString(locale) })}
    </span>
  )
}
