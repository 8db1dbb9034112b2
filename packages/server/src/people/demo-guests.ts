import type { Role } from '@recourse/core/library'

export interface DemoPerson {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly does: string
}

/** Known to everybody, as a demo is nobody's. */
export const DEMO_PASSWORD = 'demo library'

/** The administrator, the author, the colleague of the demo's courses; and somebody who only looks. */
export const demoPeople = {
  administrator: {
    name: 'Ada Okafor',
    email: 'ada@demo.example',
    role: 'administrator',
    does: 'looks after people and sees every course',
  },
  author: { name: 'Ana Lindqvist', email: 'ana@demo.example', role: 'author', does: 'wrote Safety Basics' },
  colleague: {
    name: 'Ben Haddad',
    email: 'ben@demo.example',
    role: 'author',
    does: 'works on Safety EU too, and has a course that Ana cannot open',
  },
  reviewer: {
    name: 'Rea Novak',
    email: 'rea@demo.example',
    role: 'reviewer',
    does: 'reads Safety EU, changes nothing',
  },
} as const satisfies Readonly<Record<string, DemoPerson>>
