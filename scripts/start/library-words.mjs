/** Who is there to try the library as, and what to try first. */
export function describeLibrary({ url, guests }, folder) {
  return [
    '',
    `THE LIBRARY, with demo courses: ${url}`,
    '',
    'Each link signs in, once; after that with the e-mail and the password:',
    '',
    ...guests.flatMap(describeGuest),
    'To try first, as Ana: Courses → Safety Basics → Actions → Share, and then Duplicate; change a page in one of them and',
    'see where it changes too. Ben, in another browser or a private window, is told of it.',
    '',
    `Its data are in ${folder}: a folder of the demo’s own, which may be thrown away. Your own library: npx recourse serve`,
  ].join('\n')
}

function describeGuest({ name, role, does, email, password, url }) {
  return [`  ${name}, ${role}: ${does}`, `    ${url}`, `    ${email} / ${password}`, '']
}
