/** Drawn by us, by the name of their media asset. */
export const demoPictures = {
  Helmet: draw(`
    <path d="M90 200a110 110 0 0 1 220 0z" fill="#f5c518"/><rect x="70" y="196" width="260" height="22" rx="11" fill="#d9a800"/>
    <path d="M185 92h30v106h-30z" fill="#d9a800"/><path d="M100 218c10 60 60 72 100 72s90-12 100-72" fill="none" stroke="#333" stroke-width="6"/>`),
  Lifting: draw(`
    <circle cx="200" cy="70" r="26" fill="#0b5a83"/><path d="M200 96l-14 84 44 30-10 66M186 180l-34 30 22 66" fill="none" stroke="#0b5a83"
    stroke-width="20" stroke-linecap="round" stroke-linejoin="round"/><path d="M197 120l60 40" stroke="#0b5a83" stroke-width="16" stroke-linecap="round"/>
    <rect x="240" y="140" width="80" height="70" fill="#b98a4b"/><path d="M240 170h80" stroke="#8a6431" stroke-width="6"/>`),
  'Way out': draw(`
    <rect x="30" y="70" width="340" height="160" rx="8" fill="#00843d"/><rect x="290" y="95" width="56" height="112" fill="#fff"/>
    <circle cx="130" cy="105" r="14" fill="#fff"/><path d="M128 124l-14 40 24 14-10 30M114 164l-24 22M122 132l30 14 18-14M120 134l-26 12" fill="none"
    stroke="#fff" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"/><path d="M195 150h60m-22-22l24 22-24 22" fill="none" stroke="#fff" stroke-width="12"/>`),
  'Fire extinguisher': draw(`
    <rect x="150" y="100" width="100" height="170" rx="26" fill="#c1121f"/><rect x="182" y="70" width="36" height="34" fill="#333"/>
    <path d="M160 70h86l24-18" fill="none" stroke="#333" stroke-width="12"/><path d="M184 84c-60 0-70 50-66 100" fill="none" stroke="#333" stroke-width="10"/>
    <rect x="166" y="160" width="68" height="50" fill="#fff"/>`),
  'First aid kit': draw(`
    <rect x="80" y="100" width="240" height="160" rx="18" fill="#00843d"/><path d="M160 100V78a10 10 0 0 1 10-10h60a10 10 0 0 1 10 10v22" fill="none"
    stroke="#00532a" stroke-width="12"/><path d="M182 130h36v32h32v36h-32v32h-36v-32h-32v-36h32z" fill="#fff"/>`),
  Corrosive: draw(`
    <path d="M200 20l150 130-150 130L50 150z" fill="#fff" stroke="#c1121f" stroke-width="12"/>
    <path d="M120 118l50-18M230 100l50 18" stroke="#333" stroke-width="18" stroke-linecap="round"/><path d="M168 116v18m-8 14v12M236 116v18m8 14v12" stroke="#333"
    stroke-width="6"/><path d="M118 196h44l8-12 10 12h30v16h-92zM220 190c20-16 40-10 66 6l-12 16h-54z" fill="#333"/>`),
} as const

function draw(shapes: string): string {
  const lines = shapes.trim().replace(/\s*\n\s*/g, ' ')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><rect width="400" height="300" fill="#f4f6f8"/>${lines}</svg>\n`
}
