import { createServer } from 'node:net'

/** `PORT` is the sandbox's, the next one the library's; 0 takes free ones. */
export async function takePorts() {
  const first = process.env.PORT ?? '8642'
  if (!/^\d{1,5}$/.test(first) || Number(first) > 65_534)
    return refuse(`PORT is “${first}”: it must be a whole number from 0 to 65534, as in PORT=9000 npm start.`)
  const ports = first === '0' ? [0, 0] : [Number(first), Number(first) + 1]
  for (const port of ports) {
    const problem = toProblem(await tryToListen(port), port)
    if (problem !== undefined) return refuse(problem)
  }
  return { sandbox: ports[0], library: ports[1] }
}

function toProblem(code, port) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Take others: PORT=9000 npm start takes 9000 and 9001, PORT=0 free ones.`
  if (code === 'EACCES') return `You may not listen on port ${port}. Take one above 1023: PORT=9000 npm start.`
  return undefined
}

/** Asked before the servers are: their own answers name options that `npm start` does not take. */
function tryToListen(port) {
  return new Promise(resolve => {
    const server = createServer()
    server.once('error', ({ code }) => resolve(code))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve(undefined)))
  })
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
