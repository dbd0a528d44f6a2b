import { classNames } from '@/lib/class-names'

type Props = {
  /** From the server's markdown renderer, which lets no raw HTML through. */
  safeHtml: string
  className?: string
}

/** Running text made from markdown; its look is in prose.css. */
export function Prose({ safeHtml, className }: Props) {
  return <div className={classNames('prose', className)} dangerouslySetInnerHTML={{ __html: safeHtml }} />
}

/** Text exactly as it was written, line breaks kept. */
export function PlainText({ text, className }: { text: string; className?: string }) {
  return <p className={classNames('max-w-prose wrap-anywhere whitespace-pre-wrap', className)}>{text}</p>
}
