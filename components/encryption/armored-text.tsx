import { Disclosure } from '@/components/ui/disclosure'

const downloadOf = (armored: string) =>
  `data:application/pgp-encrypted;charset=utf-8,${encodeURIComponent(`${armored}\n`)}`

/** An OpenPGP message as it was sent, folded, and to be saved. */
export function ArmoredText({ armored, name }: { armored: string; name: string }) {
  return (
    <div className="grid gap-1">
      <p>
        <a href={downloadOf(armored)} download={`${name}.asc`} className="text-accent underline">
          Download the message
        </a>
      </p>
      <Disclosure summary="The message as it arrived" className="border-b-0">
        <pre className="max-h-64 overflow-auto font-mono text-[0.8125rem]/5" tabIndex={0}>
          {armored}
        </pre>
      </Disclosure>
    </div>
  )
}
