import { artOfTech } from './art-of-tech'
import { dynamoose } from './dynamoose'
import { mantoso } from './mantoso'
import { marmotte } from './marmotte'
import { pedro } from './pedro'
import type { SeedPolicy } from './seed-policy'

/** The five policies the product was made for, each with its project and release lines. */
export const seedPolicies: readonly SeedPolicy[] = [mantoso, pedro, artOfTech, dynamoose, marmotte]
