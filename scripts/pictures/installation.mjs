/** Drawings of other people's screens, for the README: where to click, not how it looks to the dot. */

const step = number => `<b class="step">${number}</b>`

const browser = (address, body) => `
  <div class="window">
    <div class="bar"><i></i><i></i><i></i><span class="address">${address}</span></div>
    <div class="body">${body}</div>
  </div>`

const setting = (name, meaning, control, marked = '') =>
  `<div class="setting ${marked}"><div>${name}<small>${meaning}</small></div>${control}</div>`

const on = '<span class="switch on"></span>'
const off = '<span class="switch"></span>'

export const installation = {
  'install-1-tampermonkey': browser(
    'chromewebstore.google.com',
    `<div class="row"><span class="logo">TM</span><div><h1>Tampermonkey</h1><small>Extension</small></div>
     <span class="button blue marked">Add to Chrome</span>${step(1)}</div>
     <p class="lines"><s></s><s></s><s class="short"></s></p>`,
  ),
  'install-2-allow-user-scripts': browser(
    `chrome://extensions ${step(1)} › Tampermonkey › Details ${step(2)}`,
    `<div class="row"><span class="logo">TM</span><h1>Tampermonkey</h1></div>
     ${setting('Site access', 'On all sites, or only on your Canvas', '<span class="button">On all sites</span>')}
     ${setting(`Allow user scripts ${step(3)}`, 'Switch this on, or no script runs (Chrome 138 and later)', on, 'marked')}
     ${setting('Allow in Incognito', '', off)}`,
  ),
  'install-3-add-the-script': browser(
    'Tampermonkey › Dashboard',
    `<div class="tabs"><span>Installed userscripts</span><span>Settings</span><span class="marked">Utilities</span>${step(1)}</div>
     ${setting('Import from file', 'Choose recourse.user.js', `<span><span class="button marked">Choose File</span>${step(2)}</span>`)}
     ${setting('Recourse: Canvas Collections after a course copy', 'https://*.instructure.com/courses/*', `<span><span class="button blue marked">Install</span>${step(3)}</span>`)}`,
  ),
  'install-4-themes': browser(
    'canvas.example.edu',
    `<div class="canvas"><div class="global"><span class="marked">Admin</span>${step(1)}<span>Dashboard</span><span>Courses</span></div>
     <div class="side"><span>Courses</span><span>People</span><span>Permissions</span><span class="marked">Themes</span>${step(2)}<span>Settings</span></div>
     <div class="main"><h1>Themes</h1><div class="cards"><div class="card"><s class="paint"></s>
     <span class="button blue marked">Open in Theme Editor</span>${step(3)}<small>Current theme</small></div>
     <div class="card"><s class="paint other"></s><small>Template</small></div></div></div></div>`,
  ),
  'install-5-upload': browser(
    'canvas.example.edu › Theme Editor',
    `<div class="canvas"><div class="editor"><div class="tabs"><span>Edit</span><span class="marked">Upload</span>${step(1)}</div>
     <p>CSS file <span class="button">Select</span></p>
     <p>JavaScript file <span class="button marked">Select</span>${step(2)}<small>recourse.user.js</small></p>
     <p class="foot"><span class="button blue marked">Preview Your Changes</span>${step(3)}</p></div>
     <div class="main preview"><p class="end"><span class="button blue marked">Save theme</span>${step(4)}
     <span class="button blue marked">Apply theme</span>${step(5)}</p><s class="page"></s></div></div>`,
  ),
}

export function toDocument(body) {
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${body}<p class="note">A drawing, not a screenshot</p></main>`
}

const style = `
  * { box-sizing: border-box; }
  body { margin: 0; color: #2d3b45; background: #fff; font: 17px/1.5 Lato, "Helvetica Neue", Arial, sans-serif; }
  main { padding: 14px; }
  h1 { margin: 0; font-size: 24px; font-weight: 400; }
  p { margin: 0 0 12px; }
  small { display: block; color: #586874; font-size: 14px; }
  .note { margin: 8px 0 0; color: #586874; font-size: 14px; text-align: end; }
  .window { border: 2px solid #8b969e; border-radius: 10px; overflow: hidden; }
  .bar { display: flex; gap: 8px; align-items: center; padding: 10px 14px; background: #e8eaec; }
  .bar i { width: 12px; height: 12px; border-radius: 50%; background: #8b969e; }
  .address { flex: 1; margin-inline-start: 10px; padding: 4px 14px; border-radius: 99px; background: #fff; }
  .body { min-height: 270px; padding: 22px 26px; }
  .row { display: flex; gap: 16px; align-items: center; margin-block-end: 18px; }
  .row .button { margin-inline-start: auto; }
  .logo { padding: 14px 10px; border: 2px solid #8b969e; border-radius: 10px; font-weight: 700; }
  .button { display: inline-block; padding: 6px 14px; border: 1px solid #8b969e; border-radius: 5px; background: #fff; }
  .blue { border-color: #0374b5; background: #0374b5; color: #fff; }
  .marked { outline: 4px solid #bf5000; outline-offset: 3px; border-radius: 5px; }
  .marked + .step { margin-inline-start: 14px; }
  .step { display: inline-block; width: 30px; margin-inline: 8px; border-radius: 50%; background: #bf5000; color: #fff; line-height: 30px; text-align: center; }
  .setting { display: flex; gap: 16px; align-items: center; justify-content: space-between; padding: 10px 12px; border-block-end: 1px solid #c7cdd1; }
  .setting.marked { border: 0; margin-block: 8px; }
  .switch { flex: none; width: 46px; height: 24px; border-radius: 99px; background: #8b969e; }
  .switch::after { content: ""; display: block; width: 18px; height: 18px; margin: 3px; border-radius: 50%; background: #fff; }
  .switch.on { background: #0374b5; }
  .switch.on::after { margin-inline-start: 25px; }
  .tabs { display: flex; gap: 22px; align-items: center; margin-block-end: 16px; padding-block-end: 12px; border-block-end: 1px solid #c7cdd1; }
  .tabs .marked + .step { margin-inline: -8px 0; }
  .lines s { display: block; width: 80%; height: 12px; margin-block-end: 12px; border-radius: 6px; background: #e8eaec; }
  .lines .short { width: 50%; }
  .canvas { display: flex; min-height: 300px; margin: -22px -26px; }
  .global, .side { display: flex; flex-direction: column; gap: 16px; align-items: flex-start; padding: 20px 14px; }
  .global { background: #394b58; color: #fff; }
  .side { border-inline-end: 1px solid #c7cdd1; color: #0374b5; }
  .canvas .global .step, .canvas .side .step { margin: -8px 0 0; }
  .main { flex: 1; padding: 20px 24px; }
  .cards { display: flex; gap: 20px; margin-block-start: 16px; }
  .card { width: 330px; padding: 14px; border: 1px solid #c7cdd1; border-radius: 6px; }
  .card + .card { width: 190px; }
  .card small { margin-block-start: 10px; }
  .paint { display: block; height: 70px; margin-block-end: 14px; border-radius: 4px; background: #394b58; }
  .paint.other { background: #c7cdd1; }
  .editor p .button { margin-inline-start: 10px; }
  .editor .foot .button { margin-inline-start: 4px; }
  .editor { width: 360px; padding: 18px; border-inline-end: 1px solid #c7cdd1; }
  .editor .foot { margin-block-start: 34px; }
  .preview { background: #f5f5f5; }
  .end { text-align: end; }
  .page { display: block; height: 190px; border: 1px solid #c7cdd1; background: #fff; }
`
