import { expect, it } from 'vitest'
import { z } from 'zod'
import { randomUuid } from './random-uuid'

it('is a UUID of version 4, another one each time', () => {
  const made = Array.from({ length: 100 }, randomUuid)
  expect(new Set(made).size).toBe(100)
  for (const one of made) expect(z.uuidv4().safeParse(one).success, one).toBe(true)
})
