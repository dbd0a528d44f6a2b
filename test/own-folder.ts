import { ownFolder } from '@/db/embedded/owner-lock'

/** A process that owns the folder it is given until it is killed. */
await ownFolder(process.argv[2] ?? '')
process.stdout.write('owned\n')
process.stdin.resume()
