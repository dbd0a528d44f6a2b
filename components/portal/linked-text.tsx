/** A line of a policy: an address becomes a link, anything else stays the text it is. */
export function LinkedText({ text }: { text: string }) {
  const href = hrefOf(text)
  return href ? (
    <a href={href} rel="nofollow noreferrer" className="wrap-anywhere text-accent underline">
      {text}
    </a>
  ) : (
    <>{text}</>
  )
}

function hrefOf(text: string): string | null {
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return text
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) ? `mailto:${text}` : null
}
