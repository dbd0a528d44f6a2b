import type { ReactNode } from 'react'
import { classNames } from '@/lib/class-names'
import { OptionalMark } from './optional-mark'
import { Sentence } from './sentence'

/** What every field may have; each input takes these and its own attributes. */
export type FieldProps = {
  name: string
  label: ReactNode
  /** What a good answer has, in a line. */
  hint?: ReactNode
  /** Overrides the errors of the surrounding form. */
  error?: string
  /** Says "(optional)" after the label; fields without it are required or have a value anyway. */
  optional?: boolean
  /** For filters and table cells, where the place already says what it is. */
  hideLabel?: boolean
  fieldClassName?: string
}

/** Ids of what describes a control, for its aria-describedby. */
export const describedBy = (id: string, hint: unknown, errors: readonly string[]): string | undefined =>
  classNames(hint ? `${id}-hint` : null, errors.length > 0 && `${id}-error`) || undefined

/** How a control looks. */
export const controlClass =
  'min-h-(--control-height) w-full rounded-md border border-control bg-surface px-(--control-padding) py-1 text-text placeholder:text-muted aria-invalid:border-danger aria-invalid:outline-danger disabled:border-line disabled:bg-sunken disabled:text-muted'

type Props = Omit<FieldProps, 'name' | 'error'> & {
  id: string
  errors: readonly string[]
  children: ReactNode
}

/** Label, hint, control and error of one field, in that order, tied together by ids. */
export function Field({ id, label, hint, errors, optional, hideLabel, fieldClassName, children }: Props) {
  return (
    <div className={classNames('grid gap-1', fieldClassName)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'w-fit font-medium'}>
        {label}
        {optional && <OptionalMark />}
      </label>
      <FieldNotes id={id} hint={hint} errors={errors} />
      {children}
    </div>
  )
}

/** Hint and errors of a field. */
export function FieldNotes({ id, hint, errors }: Pick<Props, 'id' | 'hint' | 'errors'>) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="max-w-prose text-sm text-muted">
          {hint}
        </p>
      )}
      {errors.length > 0 && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          <span aria-hidden="true">✕ </span>
          <Sentence text={errors.join(' ')} />
        </p>
      )}
    </>
  )
}
