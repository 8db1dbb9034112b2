import { expect, it } from 'vitest'
import type { Visibility } from '../configuration/configuration.ts'
import { type Audience, audience } from './audience.ts'

it.each<readonly [visibility: Visibility, published: Audience, unpublished: Audience]>([
  ['no-one', 'nobody', 'nobody'],
  ['teachers', 'staff', 'staff'],
  ['students', 'students', 'nobody'],
  ['all', 'everyone', 'staff'],
])('shown to %s is seen by %s, and by %s while the page is unpublished', (visibility, published, unpublished) => {
  expect(audience({ visibility }, true)).toBe(published)
  expect(audience({ visibility }, false)).toBe(unpublished)
})
