import { toModuleId } from '@recourse/core'
import { expect, it } from 'vitest'
import { hiddenModules, hideModulesCss } from './filter-css.ts'

const ids = (...texts: readonly string[]) => texts.map(toModuleId)

it('takes exactly the others off the list', () => {
  expect(hiddenModules(ids('1', '2', '3'), ids('2'))).toEqual(['1', '3'])
  expect(hideModulesCss(ids('1', '3'))).toBe('#context_module_1,#context_module_3{display:none!important}')
})

it('is empty where all are shown', () => {
  expect(hideModulesCss(hiddenModules(ids('1'), ids('1')))).toBe('')
})

it('lets nothing into a rule that is no number', () => {
  expect(hideModulesCss(ids('1~2', '*{}', '7'))).toBe('#context_module_7{display:none!important}')
})
