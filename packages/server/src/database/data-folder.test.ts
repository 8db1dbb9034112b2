import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { toDataFolder } from './data-folder.ts'

const linux = { platform: 'linux', home: '/home/ada', isRoot: false }

it.each([
  ['what was chosen', { RECOURSE_DATA: '/srv/data' }, linux, '/srv/data'],
  ['what was chosen, from here', { RECOURSE_DATA: 'data' }, linux, resolve('data')],
  ['the data home', { XDG_DATA_HOME: '/data' }, linux, '/data/recourse'],
  ['not a data home that is relative', { XDG_DATA_HOME: 'data' }, linux, '/home/ada/.local/share/recourse'],
  ['the usual data home', { RECOURSE_DATA: '' }, linux, '/home/ada/.local/share/recourse'],
  ['not the home of root', { XDG_DATA_HOME: '/root/x' }, { ...linux, isRoot: true }, '/var/lib/recourse'],
])('it is %s', (_, env, machine, folder) => {
  expect(toDataFolder(env, machine)).toBe(folder)
})
