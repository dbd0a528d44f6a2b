import { CopyButton } from '@/components/ui/copy-button'

/** A text to be copied. */
export function NoteFigure({ title, text }: { title: string; text: string }) {
  return (
    <figure className="grid gap-1 rounded-md border border-line p-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 text-sm text-muted">
        <span>{title}</span>
        <CopyButton text={text} label="Copy" size="small" />
      </figcaption>
      <pre className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">{text}</pre>
    </figure>
  )
}
