import { types, type ParserOptions, type SerializerOptions } from '@electric-sql/pglite'

/** PGlite turns bytes into text and back one by one, which takes a second for a mail of three megabytes; the runtime does it at once. */
export const bytesAtOnce: { parsers: ParserOptions; serializers: SerializerOptions } = {
  parsers: { [types.BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex')) },
  serializers: { [types.BYTEA]: (bytes: Uint8Array) => `\\x${hexOf(bytes)}` },
}

function hexOf(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('A value for a column of bytes is not bytes.')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
