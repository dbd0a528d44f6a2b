import { job } from '@/server/jobs/job'
import { checkRelease } from './check-release'
import { sweepReleases } from './sweep-releases'

job('backports.check', checkRelease)
job('backports.sweep', (actor) => sweepReleases(actor, {}))
