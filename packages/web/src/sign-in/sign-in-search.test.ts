import { expect, it } from 'vitest'
import { toSignInSearch } from './sign-in-search.ts'

it('keeps that the institution’s sign-in did not let somebody in, and nothing of what the address says of it', () => {
  expect(toSignInSearch({ error: 'signup_disabled', error_description: '<b>' })).toEqual({ isRefused: true })
  expect(toSignInSearch({ isRefused: true })).toEqual({ isRefused: true })
  expect(toSignInSearch({})).toEqual({})
})

it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?to=/'])('does not go on to %s', to => {
  expect(toSignInSearch({ to })).toEqual({})
})
