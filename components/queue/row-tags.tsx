/** The tags of a row, for people to see and screen readers to tell from the title. */
export function RowTags({ tags }: { tags: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1 pt-0.5">
      <span className="sr-only">Tags:</span>
      {tags.map((tag) => (
        <span
          key={tag}
          className="max-w-full truncate rounded-sm bg-hover px-1.5 text-[0.8125rem]/5 text-muted"
        >
          {tag}
        </span>
      ))}
    </span>
  )
}
