import type { ReadyLine } from './open-sandbox.ts'

/** What somebody who just started the demo reads: where it is, who one can be, what to try. */
export function welcome({ url, users, courses }: ReadyLine): string {
  const find = (kind: string) => courses.find(({ name }) => name.includes(kind))?.id
  const [clean, messy] = [find('clean'), find('messy')]
  const teacher = users.find(({ role }) => role === 'teacher')
  const tries =
    clean === undefined || messy === undefined
      ? []
      : [
          'Try, in a browser:',
          `  ${url}/sandbox/sign-in?as=teacher&return_to=/courses/${messy}/modules`,
          '',
          'Try, in another terminal:',
          `  export CANVAS_TOKEN=${teacher?.token}`,
          `  npx recourse canvas check ${url}/courses/${clean}`,
          `  npx recourse canvas check ${url}/courses/${messy}`,
          `  npx recourse canvas import ${url}/courses/${clean} --proceed --dates shift`,
          '',
        ]
  return [
    `A sandbox Canvas: ${url}`,
    '',
    'Courses:',
    ...courses.map(
      ({ id, name, copiedFrom }) => `  ${id}  ${name}${copiedFrom === null ? '' : `, from ${copiedFrom}`}`,
    ),
    '',
    'People (the password is the login):',
    ...users.map(({ role, login, token }) => `  ${role.padEnd(13)}  ${login.padEnd(9)}  ${token}`),
    '',
    ...tries,
    'Ctrl-C stops it; nothing is kept.',
    '',
  ].join('\n')
}
