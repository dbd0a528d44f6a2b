/** What a policy promises, as the sentences reporters read. */
export function PromiseList({ promises }: { promises: ReadonlyArray<{ key: string; text: string }> }) {
  return (
    <ul className="grid max-w-prose list-disc gap-1 pl-5">
      {promises.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}
