import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './prepare.mjs'

const port = process.env.PORT ?? '8642'

/** Starts the sandbox Canvas with its demo courses and says what to try; runs until it is stopped. */
export async function startDemo() {
  const sandbox = spawn(process.execPath, [join(root, 'bin/recourse.mjs'), 'sandbox', '--port', port], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => sandbox.kill('SIGTERM'))
  sandbox.on('exit', code => process.exit(code ?? 0))
  for await (const line of createInterface({ input: sandbox.stdout })) console.log(welcome(JSON.parse(line)))
}

function welcome({ url, users, courses }) {
  const [clean, messy] = ['clean', 'messy'].map(kind =>
    courses.find(course => course.name.toLowerCase().includes(kind)),
  )
  const teacher = users.find(user => user.role === 'teacher') ?? users[0]
  const course = found => `${url}/courses/${(found ?? courses[0]).id}`
  return [
    '',
    `A sandbox Canvas with courses that were just copied: ${url}`,
    '',
    ...courses.map(
      ({ id, name, copiedFrom }) =>
        `  ${String(id).padStart(3)}  ${name}${copiedFrom ? ` (copied from ${copiedFrom})` : ''}`,
    ),
    '',
    'Three things to try, in another terminal:',
    '',
    `  export CANVAS_TOKEN=${teacher.token}`,
    `  npx recourse canvas check  ${course(clean)}`,
    `  npx recourse canvas check  ${course(messy)}`,
    `  npx recourse canvas import ${course(clean)} --proceed --dates shift`,
    '',
    'Ctrl-C stops it; nothing is kept.',
    '',
  ].join('\n')
}
