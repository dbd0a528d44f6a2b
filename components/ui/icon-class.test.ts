import icons from '@iconify-json/lucide/icons.json'
import { describe, expect, it } from 'vitest'
import { iconClass } from './icon-class'

describe('drawn signs', () => {
  it.each(Object.entries(iconClass))('%s is in the set they are taken from', (_name, classes) => {
    const name = /icon-\[lucide--([a-z-]+)\]$/.exec(classes)?.[1] ?? ''
    expect({ ...icons.icons, ...icons.aliases }).toHaveProperty(name)
  })
})
