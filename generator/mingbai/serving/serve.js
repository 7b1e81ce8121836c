/* Put into each page by `mingbai serve`, into no file: loads the page anew when there is a new site, and shows what the check finds meanwhile. */
const page = document.currentScript.dataset
const panel = document.getElementById('mingbai-serve')
const said = panel.querySelector('.serve__said')
const found = panel.querySelector('.serve__found')
const say = (words) => { if (said.textContent !== words) said.textContent = words }
let serial = page.serial
let asking

/* A panel that was folded away stays so while nothing new was found. */
const folded = 'mingbai-serve-folded'
const fold = () => {
  const all = found.querySelector('details')
  if (!all) return
  const is = all.querySelector('summary').textContent
  try {
    const kept = JSON.parse(sessionStorage.getItem(folded))
    if (kept && kept.is === is) all.open = kept.open
    all.addEventListener('toggle', () => sessionStorage.setItem(folded, JSON.stringify({ is, open: all.open })))
  } catch { /* storage refused: it opens again on the next page */ }
}

const ask = async () => {
  asking = new AbortController()
  const answer = await fetch(`/.mingbai/state?seen=${serial}`, { signal: asking.signal })
  if (!answer.ok) throw new Error(answer.status)
  const state = await answer.json()
  if (state.version !== page.version) { location.reload(); return new Promise(() => {}) }
  if (String(state.serial) !== serial) {
    const lang = document.documentElement.lang
    const text = await (await fetch(`/.mingbai/panel?lang=${encodeURIComponent(lang)}`)).text()
    const fresh = new DOMParser().parseFromString(text, 'text/html').body
    if (fresh.innerHTML !== found.innerHTML) { found.replaceChildren(...fresh.childNodes); fold() }
    const head = found.querySelector('summary')
    panel.classList.toggle('serve--busy', state.making)
    say(state.making ? panel.dataset.making : head ? head.textContent : '')
    serial = String(state.serial)
  }
}
const pause = (ms) => new Promise((go) => setTimeout(go, ms))
/* A page that nobody sees asks nothing: browsers allow few connections to one address. */
const seen = () => new Promise((go) => document.hidden ? document.addEventListener('visibilitychange', go, { once: true }) : go())
document.addEventListener('visibilitychange', () => { if (document.hidden) asking?.abort() })
const follow = async () => {
  for (;;) {
    await seen()
    try {
      await ask()
      panel.classList.remove('serve--gone')
    } catch {
      if (document.hidden) continue
      panel.classList.add('serve--gone')
      say(panel.dataset.gone)
      await pause(2000)
    }
  }
}
fold()
follow()
