/** The sign of the product, which `icons.css` draws, and its name. */
export function Wordmark({ name, href }: { name: string; href: string }) {
  return (
    <a
      href={href}
      className="icon wordmark inline-flex min-h-6 items-center gap-2 font-semibold text-text no-underline before:size-5 before:text-accent"
    >
      {name}
    </a>
  )
}
