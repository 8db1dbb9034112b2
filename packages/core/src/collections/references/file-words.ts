import type { CourseId } from '../../ids.ts'
import type { CourseFile } from '../import/import-facts.ts'
import type { ImageRow } from '../import/plan-rows.ts'

/** Why nothing, or nothing certain, is known of a file. */
export type NotFound = 'no-address' | 'left-over' | 'not-asked' | 'missing' | 'denied' | 'unknown' | 'web'

/** What is not in this course, in a sentence. */
export function notFoundWords(why: NotFound): string {
  const texts: Readonly<Record<NotFound, string>> = {
    'no-address': 'This address is none that a browser could load here.',
    'left-over': 'A left-over of the copy; the file it stood for is not in this course.',
    'not-asked': 'Its course could not be asked.',
    missing: 'This file does not exist any more.',
    denied: 'You may not see the course it is in.',
    unknown: 'Canvas did not answer for it.',
    web: 'On the web; a copy does not change it.',
  }
  return texts[why]
}

/** That a file is in another course, whose name may be known. */
export function elsewhereWords(courseId: CourseId | null, name: string | null): string {
  const course = name ?? (courseId === null ? 'another course' : `course ${courseId}`)
  return `It is in ${course}, not in this one: students may not see it.`
}

/** That a file is in this course and how that is known, or why students do not see it, in a sentence. */
export function hereWords(evidence: ImageRow['evidence'], hiddenBecause: CourseFile['hiddenBecause']): string {
  if (hiddenBecause !== null) return `Here, but students cannot see it: ${hiddenTexts[hiddenBecause]}.`
  return evidence === null ? 'In this course.' : evidenceTexts[evidence]
}

const evidenceTexts: Readonly<Record<NonNullable<ImageRow['evidence']>, string>> = {
  copied: 'Copied here by Canvas.',
  rewritten: 'Canvas rewrote its link on copy.',
  'same-folder-and-name': 'A file of the same name is in the same folder here.',
  replaced: 'A newer upload took its place here.',
  'other-host': 'In this course; the link named this Canvas by another address.',
  token: 'The copy left a token in its place; the file is here.',
}

const hiddenTexts: Readonly<Record<NonNullable<CourseFile['hiddenBecause']>, string>> = {
  locked: 'it is not published',
  hidden: 'it is hidden',
  'not-yet': 'it opens later',
  'no-longer': 'its time is over',
  folder: 'its folder is locked or hidden',
  'usage-rights': 'its usage rights are not set',
}
