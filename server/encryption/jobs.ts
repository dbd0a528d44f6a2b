import { job } from '@/server/jobs/job'
import { sweepKeys } from './sweep-keys'

job('encryption.sweep', sweepKeys)
