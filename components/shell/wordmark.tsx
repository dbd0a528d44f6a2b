/** The sign of the product: a sheet in an envelope that is still shut. */
export function Wordmark({ name, href }: { name: string; href: string }) {
  return (
    <a href={href} className="inline-flex min-h-6 items-center gap-2 font-semibold text-text no-underline">
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" className="text-accent">
        <rect x="2" y="5" width="20" height="14" rx="2.5" fill="none" stroke="currentColor" strokeWidth="2" />
        <path d="m3 7 9 6.5L21 7" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
      </svg>
      {name}
    </a>
  )
}
