/** What to try in the sandbox Canvas. */
export function describeSandbox({ url, users, courses }) {
  const named = kind => courses.find(course => course.name.toLowerCase().includes(kind)) ?? courses[0]
  const [clean, messy] = ['clean', 'messy'].map(kind => `${url}/courses/${named(kind).id}`)
  const teacher = users.find(user => user.role === 'teacher') ?? users[0]
  const open = (role, kind) => {
    const { login } = users.find(user => user.role === role) ?? users[0]
    return `${url}/sandbox/sign-in?as=${login}&return_to=${encodeURIComponent(`/courses/${named(kind).id}/modules`)}`
  }
  return [
    '',
    `THE SANDBOX CANVAS, with courses that were just copied: ${url}`,
    '',
    ...courses.map(describeCourse),
    '',
    'Sign in as (login / password):',
    '',
    ...users.map(({ login, password, role }) => `  ${login} / ${password}${role === login ? '' : `, ${role}`}`),
    '',
    'Three commands to try, in another terminal in this folder:',
    '',
    `  export CANVAS_TOKEN=${teacher.token}`,
    `  npx recourse canvas check  ${clean}`,
    `  npx recourse canvas check  ${messy}`,
    `  npx recourse canvas import ${clean} --proceed --dates shift`,
    '',
    'Then draw the static pages that the Canvas app shows, and see that a second run changes nothing:',
    '',
    `  npx recourse canvas claytons ${clean} --navigation pages`,
    '',
    'In a browser, as the teacher whom the messy copy asks how to proceed, and as a student of the clean one after it was imported:',
    '',
    `  ${open('teacher', 'messy')}`,
    `  ${open('student', 'clean')}`,
  ].join('\n')
}

function describeCourse({ id, name, copiedFrom }) {
  return `  ${String(id).padStart(3)}  ${name}${copiedFrom ? ` (copied from ${copiedFrom})` : ''}`
}
