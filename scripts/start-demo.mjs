import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './prepare.mjs'

const port = process.env.PORT ?? '8642'
const userscript = join(root, 'packages/userscript/dist/recourse.user.js')

/** Starts the sandbox Canvas with its demo courses and the userscript, and says what to try; runs until it is stopped. */
export async function startDemo() {
  const problem = await findPortProblem()
  if (problem !== undefined) {
    console.error(problem)
    process.exit(1)
  }
  const args = [join(root, 'bin/recourse.mjs'), 'sandbox', '--port', port, '--theme-js', userscript]
  const sandbox = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => sandbox.kill('SIGTERM'))
  sandbox.on('exit', code => process.exit(code ?? 0))
  for await (const line of createInterface({ input: sandbox.stdout })) console.log(welcome(JSON.parse(line)))
}

/** Asked before the sandbox is: its own answer names options that `npm start` does not take. */
async function findPortProblem() {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return `PORT is “${port}”: it must be a whole number from 0 to 65535, as in PORT=9000 npm start.`
  const code = await tryToListen()
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Take another: PORT=9000 npm start, or PORT=0 for a free one.`
  if (code === 'EACCES') return `You may not listen on port ${port}. Take one above 1023: PORT=9000 npm start.`
  return undefined
}

/** The code of what is in the way; nothing where the port is free. */
function tryToListen() {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', ({ code }) => resolve(code))
    server.listen({ port: Number(port), host: '127.0.0.1' }, () => server.close(() => resolve(undefined)))
  })
}

function welcome({ url, users, courses }) {
  const named = kind => courses.find(course => course.name.toLowerCase().includes(kind)) ?? courses[0]
  const [clean, messy] = ['clean', 'messy'].map(kind => `${url}/courses/${named(kind).id}`)
  const teacher = users.find(user => user.role === 'teacher') ?? users[0]
  const open = (role, kind) => {
    const { login } = users.find(user => user.role === role) ?? users[0]
    return `${url}/sandbox/sign-in?as=${login}&return_to=${encodeURIComponent(`/courses/${named(kind).id}/modules`)}`
  }
  return [
    '',
    `A sandbox Canvas with courses that were just copied: ${url}`,
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
    '',
    'Ctrl-C stops it; nothing is kept.',
    '',
  ].join('\n')
}

function describeCourse({ id, name, copiedFrom }) {
  return `  ${String(id).padStart(3)}  ${name}${copiedFrom ? ` (copied from ${copiedFrom})` : ''}`
}
