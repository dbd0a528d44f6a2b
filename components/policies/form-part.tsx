import { useId, type ReactNode } from 'react'

type Props = { title: string; note: ReactNode; children: ReactNode }

/** One part of a long form: what it decides at the left, its fields at the right; one below the other on a phone. */
export function FormPart({ title, note, children }: Props) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-4 border-t border-line py-6 lg:grid-cols-[16rem_minmax(0,44rem)]"
    >
      <div className="grid content-start gap-1">
        <h3 id={id} className="text-[1.0625em]/[1.4]">
          {title}
        </h3>
        <div className="max-w-prose text-muted">{note}</div>
      </div>
      <div className="grid min-w-0 content-start gap-5">{children}</div>
    </section>
  )
}
