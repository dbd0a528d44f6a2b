import { job } from '@/server/jobs/job'
import { sweepPeople } from './sweep-people'

job('people.sweep', sweepPeople)
