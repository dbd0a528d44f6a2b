import { beforeEach } from 'vitest'
import { resetClock } from './clock'

resetClock()
beforeEach(resetClock)
