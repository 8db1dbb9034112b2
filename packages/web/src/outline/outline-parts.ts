import type { Course } from '../courses/use-course.ts'

export type CourseModule = Course['modules'][number]
export type CourseObject = CourseModule['objects'][number]
export type CoursePage = CourseObject['pages'][number]
/** Other courses that hold a Learning Object. */
export type OtherCourses = CourseObject['reach']

export function isShared({ reach }: Pick<CourseObject, 'reach'>): boolean {
  return countCourses(reach) > 0
}

export function countCourses({ courses, hidden }: OtherCourses): number {
  return courses.length + hidden
}

export function listObjects(course: Pick<Course, 'modules'>): readonly CourseObject[] {
  return course.modules.flatMap(module => module.objects)
}

/** Where a Learning Object stands; `undefined`: the course does not hold it any more. */
export function findModuleOf(course: Pick<Course, 'modules'>, objectId: string): CourseModule | undefined {
  return course.modules.find(module => module.objects.some(({ id }) => id === objectId))
}

export function findObjectOf(course: Pick<Course, 'modules'>, pageId: string): CourseObject | undefined {
  return listObjects(course).find(({ pages }) => pages.some(({ id }) => id === pageId))
}
