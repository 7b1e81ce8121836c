/* Finds pages in the small files that mingbai/searching makes, on the reader's own device; nothing is sent anywhere. No worker, no eval, no markup
   from data: everything is put on the page as text. What a question means is told by asking.js. What is asked stands in the address:
   ?q=低保&kind=services/&year=2026. */
(() => {
  'use strict'
  const box = document.getElementById('search'), said = document.getElementById('search-said'), result = document.getElementById('search-result')
  const { HAN_IN, IS_HAN, MONTHS, parts, bare, pattern, at } = asking
  const say = box.dataset, [, pairShards, wordShards] = say.index.split('-').map(Number)
  const form = box.querySelector('form'), field = form.elements.q
  const SHOWN = 10, PLACES = 65536, FACETS = ['kind', 'book', 'year']
  const lang = document.documentElement.lang, [COMMA, DOTS] = lang.startsWith('zh') ? ['，', '……'] : [', ', '… ']

  const make = (name, options = {}, ...inside) => {
    const { text, ...attributes } = options, e = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) e.setAttribute(key, value)
    if (text !== undefined) e.textContent = text
    e.append(...inside)
    return e
  }
  const filled = (words, q, n) => words.replace('%n', n).replace('%q', () => q)

  // --- the files --------------------------------------------------------------------------------------------------------

  class Renewed extends Error {}
  const kept = new Map()
  const load = (name) => {
    if (!kept.has(name)) {
      kept.set(name, fetch(`${say.index}/${name}.json`).then((answer) => {
        if (answer.status === 404) throw new Renewed()
        if (!answer.ok) throw new Error(String(answer.status))
        return answer.json()
      }).catch((error) => { kept.delete(name); throw error }))
    }
    return kept.get(name)
  }
  const CRC = Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1; return n >>> 0 })
  const hashed = (key) => {
    let n = -1
    for (const byte of new TextEncoder().encode(key)) n = CRC[(n ^ byte) & 255] ^ (n >>> 8)
    return (n ^ -1) >>> 0
  }
  const shard = (key) => load(hashed(key) % pairShards)
  /* Pairs with files of their own: their number, the weight of their places and of their runs' pages. */
  const common = new Map()
  say.common.split(' ').forEach((one, n, all) => { if (n % 3 === 0 && one) common.set(one, { n: n / 3, places: Number(all[n + 1]), on: Number(all[n + 2]) }) })
  const SHARD = 6 // what one that holds many pairs weighs, on the same scales
  const LONG = 6 // so many pairs of words are a sentence
  const placeOf = (word) => (IS_HAN.test(word) ? word : /^[0-9.]+$/.test(word) ? word.split('.')[0] : [...word].slice(0, 2).join(''))
  const wordFile = (word) => `w${hashed(placeOf(word)) % wordShards}`
  const same = (text) => {
    const found = []
    for (const one of text ? text.split(' ') : []) {
      const [value, times] = one.split('*')
      for (let n = Number(times || 1); n > 0; n--) found.push(Number(value))
    }
    return found
  }
  const spread = (text) => { let at = 0; return same(text).map((step) => { at += step; return at }) }
  const placed = (text) => {
    let at = 0
    return (text ? text.split(' ') : []).map((one) => {
      const [step, place] = one.split('.')
      at += Number(step)
      return at * PLACES + Number(place || 0)
    })
  }
  /* All that must be known before pages can be chosen among: begun at once, so that it is there when the question is. */
  const table = () => load('pages').then((it) => {
    if (!it.first) {
      let at = 0
      it.first = same(it.runs).map((n) => { at += n; return at }) // one past the last run that is new with each page
      for (const name of [...FACETS, 'day']) it[name].of = same(it[name].of)
      it.weight = same(it.weight)
    }
    return it
  })
  const begin = (text, n) => (/[\ud800-\udbff]/.test(text) ? [...text].slice(0, n).join('') : text.slice(0, n)) // so many characters, not halves of them
  const fronted = (list) => { let before = ''; return list.map((one) => { const at = one.indexOf('|'); before = begin(before, Number(one.slice(0, at))) + one.slice(at + 1); return before }) }
  const block = (n) => load(`t${n}`).then((it) => {
    if (typeof it.place === 'string') [it.title, it.address, it.place] = [fronted(it.title), fronted(it.address), same(it.place)]
    return it
  })
  const shownOf = async (page, table) => {
    const it = await block(Math.floor(page / table.block)), n = page % table.block
    return [it.title[n], it.address[n], it.places[it.place[n]]]
  }
  const pageOf = (run, first) => {
    let low = 0, high = first.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (first[middle] > run) high = middle
      else low = middle + 1
    }
    return low
  }

  // --- what is found ----------------------------------------------------------------------------------------------------

  /* The pairs that must be known so that every word is in one, at the least weight: each of them, or every other one where its neighbours are light. */
  const cover = (term) => {
    const pairs = term.slice(1).map((word, n) => [term[n] + word, n]), best = []
    pairs.forEach(([key, n]) => {
      const own = common.has(key) ? common.get(key).places + 1 : SHARD, before = n < 2 || best[n - 1].weight <= best[n - 2].weight ? best[n - 1] : best[n - 2]
      best.push(before ? { weight: before.weight + own, pairs: [...before.pairs, pairs[n]] } : { weight: own, pairs: [pairs[n]] })
    })
    return best[best.length - 1].pairs
  }
  /* Where all pairs stand one behind the other, by the lists of each; the shortest first. */
  const chain = (pairs, lists) => pairs.map(([, offset], n) => [lists[n] || '', offset]).sort((a, b) => a[0].length - b[0].length).reduce((left, [list, offset]) => {
    if (left && !left.length) return left
    const here = placed(list).map((at) => at - offset)
    if (left === null) return here
    const few = new Set(left)
    return here.filter((at) => few.has(at))
  }, null)
  /* The pages of runs: the first by the number of the run, the others by the steps to them, which `r` names where there are any. */
  const pagesOf = (found, r, first) => {
    if (!r.steps) {
      const several = spread(r[0]), lists = r[1].split('|')
      r.steps = new Map(several.map((run, n) => [run, lists[n]]))
    }
    const pages = new Set()
    for (const at of found) {
      const run = Math.floor(at / PLACES)
      let page = pageOf(run, first)
      pages.add(page)
      if (r.steps.has(run)) for (const step of same(r.steps.get(run))) pages.add(page += step)
    }
    return pages
  }
  const titled = (found, into) => {
    for (const at of found) {
      const page = Math.floor(at / PLACES)
      into.set(page, Math.min(into.has(page) ? into.get(page) : PLACES, at % PLACES))
    }
  }
  const fits = (word) => {
    if (/^[0-9]+$/.test(word)) return (key) => key === word || key.startsWith(`${word}.`)
    if (!IS_HAN.test(word) && [...word].length > 1 && !/^[0-9.]+$/.test(word)) return (key) => key.startsWith(word)
    return (key) => key === word
  }
  /* The pages that hold the words one behind the other; and where in their titles. */
  const find = async (term) => {
    const titles = new Map()
    if (term.length === 2) {
      const key = term[0] + term[1], [it, { first }] = await Promise.all([shard(key), table()])
      titled(placed(it.t[key]), titles)
      return { pages: key in it.p ? new Set(spread(it.p[key])) : pagesOf(placed(it.g[key]), it.r, first), titles }
    }
    if (term.length > 2) {
      const pairs = cover(term), known = pairs.map(([key]) => common.get(key)), lightest = [...known].sort((a, b) => a && b && a.on - b.on)[0]
      const [{ first }, r, ...files] = await Promise.all([table(), known.every(Boolean) && load(`r${lightest.n}`), ...pairs.map(([key], n) => (known[n] ? load(`c${known[n].n}`) : shard(key)))])
      const lists = (part) => files.map((it, n) => (known[n] ? it[part] : it[part][pairs[n][0]]))
      titled(chain(pairs, lists('t')), titles)
      return { pages: pagesOf(chain(pairs, lists('g')), r || files.find((_, n) => !known[n]).r, first), titles }
    }
    const [word] = term, fit = fits(word), pages = new Set()
    const letters = /^[a-z]{2,}$/.test(word) ? [...word.toUpperCase()].slice(1).map((c, n) => [word[n].toUpperCase() + c, n]) : []
    const [one, , ...shards] = await Promise.all([load(wordFile(word)), table(), ...letters.map(([key]) => shard(key))])
    for (const key of Object.keys(one.s)) if (fit(key)) spread(one.s[key]).forEach((p) => pages.add(p))
    for (const key of Object.keys(one.t)) if (fit(key)) titled(placed(one.t[key]), titles)
    if (letters.length) titled(chain(letters, shards.map((it, n) => it.t[letters[n][0]])), titles)
    for (const page of titles.keys()) pages.add(page)
    return { pages, titles }
  }
  /* Those that hold every one of several. */
  const together = (found) => {
    const [few, ...others] = [...found].sort((a, b) => a.pages.size - b.pages.size), titles = new Map()
    for (const [page, place] of few.titles) if (others.every((f) => f.titles.has(page))) titles.set(page, Math.min(place, ...others.map((f) => f.titles.get(page))))
    return { pages: new Set([...few.pages].filter((p) => others.every((f) => f.pages.has(p)))), titles }
  }
  /* Those that answer a part in one of its readings; `also` are the readings, besides the one as it is written, that added to them. */
  const answering = async (part) => {
    const [written, ...others] = await Promise.all(part.map(async (reading) => together(await Promise.all(reading.map(find)))))
    const also = others.map((found, n) => {
      const before = written.pages.size
      for (const p of found.pages) written.pages.add(p)
      for (const [p, place] of found.titles) written.titles.set(p, Math.min(place, written.titles.has(p) ? written.titles.get(p) : PLACES))
      return written.pages.size > before && part[n + 1].map((term) => term.reduce((said, word) => said + (/[a-z0-9]$/.test(said) && /^[a-z0-9]/.test(word) ? '-' : '') + word)).join(' ')
    })
    return { ...written, also: also.filter(Boolean) }
  }
  /* The order of pages that answer equally well: their own before what is told again, the newest first, what has no day last. */
  const order = ({ day: { of, names }, weight }, titled) => {
    const age = (p) => of[p] || names.length + 1, heavy = (p) => (titled(p) ? weight[p] >> 2 : weight[p] & 3)
    return (a, b) => heavy(a) - heavy(b) || age(a) - age(b) || a - b
  }
  const UNTITLED = 3
  /* Pages with all parts: by how many of these their titles begin with or are the way to, how many titles hold otherwise, how many only the page. */
  const search = async (asked, meant = asked) => {
    const sentence = sought(meant)
    // seldom written word for word: what `near` will ask for is fetched along with the rest, not after it
    if (sentence.length > LONG) for (const [one, next] of sentence) (next ? shard(one + next) : load(wordFile(one))).catch(() => {}) // told where it is needed
    const found = await Promise.all(asked.map(answering)), { pages } = together(found), it = await table()
    const place = (p, { titles }) => (!titles.has(p) ? UNTITLED : titles.get(p) && it.weight[p] >> 2 ? 1 : 0)
    const ranks = new Map([...pages].map((p) => [p, found.reduce((sum, one) => sum + place(p, one), 0)]))
    const within = order(it, (p) => ranks.get(p) < UNTITLED * found.length)
    return [[...pages].sort((a, b) => ranks.get(a) - ranks.get(b) || within(a, b)), found.flatMap((f) => f.also)]
  }
  /* Each part in the reading that says most, and its pairs of words. */
  const fullest = (asked) => asked.flatMap((part) => part.reduce((a, b) => (b.flat().length > a.flat().length ? b : a)))
  const pairsOf = (term) => (term.length > 1 ? term.slice(1).map((w, n) => [term[n], w]) : [term])
  const pieces = (asked) => fullest(asked).flatMap(pairsOf)
  /* The pairs that tell pages apart: of a long run of words those that were fetched for it already and do not stand everywhere. */
  const telling = (term) => {
    const rare = term.length > LONG ? cover(term).filter(([key]) => !common.has(key)) : []
    return rare.length > 2 ? rare.map(([, n]) => [term[n], term[n + 1]]) : pairsOf(term)
  }
  const sought = (asked) => fullest(asked).flatMap(telling)
  /* Where nobody wrote it so: pages that hold most of what it says. A pair of words says the more, the fewer pages hold it, and three times as much in a
     title (养犬公约花了多少钱 is about the pact); what is nowhere says most, so that next to nothing of a question is no answer. Of a `bare` question
     a part is an answer. */
  const near = async (told, bared) => {
    const scores = new Map(), once = new Set(), twice = new Set()
    if (told.length < 2 && !bared) return []
    const it = await table(), within = order(it, () => false)
    let all = 0
    for (const { pages, titles } of await Promise.all(told.map(find))) {
      const says = Math.log((it.weight.length + 1) / (pages.size || 1))
      all += says
      for (const p of pages) {
        scores.set(p, (scores.get(p) || 0) + (titles.has(p) ? 3 * says : says))
        if (bared || once.has(p)) twice.add(p)
        once.add(p)
      }
    }
    for (const [p, n] of scores) if ((it.weight[p] & 3) === 3) scores.set(p, n * 0.8) // told again
    const most = Math.max(0, ...[...twice].map((p) => scores.get(p)))
    return [...scores].filter(([p, n]) => twice.has(p) && n >= all * (bared ? 0.15 : 0.4) && n * 2 >= most).sort((a, b) => b[1] - a[1] || within(a[0], b[0])).map(([p]) => p)
  }

  // --- where it stands --------------------------------------------------------------------------------------------------

  const marked = (text, patterns) => {
    const found = patterns.map((p) => at(p, text)).filter((m) => m && m[0]).sort((a, b) => a.index - b.index), out = []
    let end = 0
    for (const m of found) {
      if (m.index < end) continue
      out.push(text.slice(end, m.index), make('mark', { text: m[0] }))
      end = m.index + m[0].length
    }
    return [...out, text.slice(end)]
  }
  const BLOCK = 'tr,li,p,dt,dd,h2,h3,h4,caption,figcaption,summary,blockquote,pre,div,section,aside,ul,ol,dl,table,details,figure,article'
  const texts = (e) => {
    const found = [], walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) if (!/^\s*—?\s*$/.test(walk.currentNode.data)) found.push(walk.currentNode)
    return found
  }
  /* What a reader sees of a part in one line, its cells with their labels. */
  const plain = (e) => {
    let last = null, said = ''
    for (const text of texts(e)) {
      const block = text.parentElement.closest(`td,th,${BLOCK}`), cell = block.closest('td')
      if (block !== last) said += `${said ? COMMA : ''}${cell && cell.dataset.label && (!last || last.closest('td') !== cell) ? `${cell.dataset.label} ` : ''}`
      last = block
      said += text.data
    }
    return said.replace(/\s+/g, ' ').trim()
  }
  /* The innermost parts of the page that hold text, each once: a row of a table whole. */
  const blocks = (article) => [...new Set(texts(article).map((text) => text.parentElement.closest('tr') || text.parentElement.closest(BLOCK)))]
  const excerpt = async (item, address, patterns) => {
    const answer = await fetch(say.root + address)
    if (!answer.ok) return
    const article = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('article')
    if (!article) return
    for (const e of article.querySelectorAll('[data-unsought], svg')) e.remove()
    const told = blocks(article).map((e) => { const text = plain(e); return [e, text, patterns.filter((p) => at(p, text)).length] })
    const best = told.reduce((a, b) => (b[2] > a[2] ? b : a), [null, '', 0])
    const lede = article.querySelector('p')
    const [e, text, found] = best[0] || !lede ? best : [lede, plain(lede), 0]
    if (!e) return
    const from = found ? Math.min(...patterns.map((p) => at(p, text)).filter(Boolean).map((m) => m.index)) : 0
    const start = from > 40 ? from - 30 : 0, end = Math.min(text.length, Math.max(from + 70, 100))
    const line = item.querySelector('.found__text')
    line.append(start ? DOTS : '', ...marked(text.slice(start, end), patterns), end < text.length ? DOTS : '')
    tongued(line)
    const above = [...article.querySelectorAll('h2[id], h3[id]')].filter((h) => h.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING)
    const own = e.closest('[id]'), anchor = found && (own && article.contains(own) ? own : above[above.length - 1])
    if (anchor) line.append(' ', make('a', { class: 'found__line', href: `${say.root}${address}#${anchor.id}`, text: say.line }))
  }
  const watcher = 'IntersectionObserver' in window && new IntersectionObserver((seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) continue
      watcher.unobserve(target)
      target.excerpt()
    }
  }, { rootMargin: '50px' })

  // --- what is shown ----------------------------------------------------------------------------------------------------

  /* Chinese and English by hand: a phone takes longer to load its tables of dates than to make the whole list. */
  const day = (iso) => {
    const [y, m, d] = iso.split('-').map(Number)
    if (lang.startsWith('zh')) return `${y}年${m}月${d}日`
    if (lang === 'en') return `${d} ${MONTHS[m - 1][0].toUpperCase()}${MONTHS[m - 1].slice(1)} ${y}`
    return new Date(iso).toLocaleDateString(lang, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  }
  const facetOf = (it, name, page) => { const n = it[name].of[page]; return n ? it[name].names[n - 1] : ['', say.other] }

  /* A page in another language says what is Chinese, as the rest of the site does. */
  const tongued = (e) => { if (!lang.startsWith('zh') && HAN_IN.test(e.textContent) && !/[A-Za-z][a-z]/.test(e.textContent)) e.lang = 'zh-CN'; return e }
  const item = (it, [title, address, place], page, patternsOf) => {
    const patterns = patternsOf(address)
    const [date] = it.day.names[it.day.of[page] - 1] || ['']
    const [book, named] = facetOf(it, 'book', page)
    const where = [facetOf(it, 'kind', page)[1], ...(book && book !== address ? [named] : []), ...place.split(' › ').filter(Boolean)].filter((word, n, all) => all.indexOf(word) === n).join(' › ')
    const made = make('li', { class: 'found' },
      tongued(make('a', { class: 'found__title', href: say.root + address || './' }, ...marked(title, patterns))),
      make('p', { class: 'found__where' }, tongued(make('span', { text: where })), ...(date ? [' ', make('time', { datetime: date, text: day(date) })] : [])),
      make('p', { class: 'found__text' })) // its place is kept, so that nothing moves below a finger when it comes
    made.excerpt = () => excerpt(made, address, patterns).catch(() => {}) // the list stands without it
    return made
  }
  const filters = (it, pages, chosen, onChange) => {
    const boxes = FACETS.flatMap((name) => {
      const others = pages.filter((p) => FACETS.every((f) => f === name || chosen[f] === null || facetOf(it, f, p)[0] === chosen[f]))
      const counts = new Map()
      for (const p of others) { const [id] = facetOf(it, name, p); counts.set(id, (counts.get(id) || 0) + 1) }
      const known = [...it[name].names, ['', say.other]].filter(([id]) => counts.has(id) || id === chosen[name])
      if (known.length < 2 && chosen[name] === null) return []
      const select = make('select', { name, 'aria-controls': 'search-result' }, make('option', { value: '*', text: filled(say.option, say.all, others.length) }),
        ...known.map(([id, text]) => make('option', { value: id, text: filled(say.option, text, counts.get(id) || 0) })))
      select.value = chosen[name] === null ? '*' : chosen[name]
      select.addEventListener('change', () => onChange(name, select.value === '*' ? null : select.value))
      return [make('label', { class: 'field' }, make('span', { text: say[name] }), select)]
    })
    if (!boxes.length) return []
    const folded = result.querySelector('details'), open = folded ? folded.open : matchMedia('(min-width: 38em)').matches
    const made = make('details', { class: 'search__filters' }, make('summary', { text: say.filters }), make('fieldset', {}, make('legend', { class: 'vh', text: say.filters }), ...boxes))
    made.open = open || FACETS.some((name) => chosen[name] !== null)
    return [made]
  }

  let turn = 0
  const show = async (question, chosen, focused) => {
    const now = ++turn, asked = parts(question)
    box.classList.toggle('search--asked', asked.length > 0)
    if (!asked.length) {
      result.replaceChildren(...(question ? [make('p', { text: say.hint })] : []))
      said.textContent = question ? filled(say.none, question) : ''
      return
    }
    if (!result.querySelector('li')) said.textContent = say.loading
    try {
      const it = await table()
      const left = parts(bare(question)), bared = left.length > 0
      let meant = bared ? left : asked, [pages, also] = await search(asked, meant), exact = true, whole = true
      if (pages.length) meant = asked
      else if (bared) [pages, also, exact] = [...await search(left), false]
      for (const told of [sought(meant), pieces(meant)]) if (!pages.length) [pages, exact, whole] = [await near(told, bared), false, false]
      const picked = pages.filter((p) => FACETS.every((f) => chosen[f] === null || facetOf(it, f, p)[0] === chosen[f]))
      const titles = async (some) => Promise.all(some.map((p) => shownOf(p, it)))
      const first = await titles(picked.slice(0, SHOWN))
      if (now !== turn) return
      const patterns = (address) => (whole ? meant : pieces(meant).map((term) => [[term]])).map((part) => pattern(part, address))
      said.textContent = pages.length ? filled(exact ? say.found : say.near, question, picked.length) + also.map((one) => filled(say.also, one)).join('') : filled(say.none, question)
      const list = make('ol', { class: 'founds', 'aria-label': say.results })
      const add = (told, from) => told.forEach((one, n) => {
        const made = item(it, one, picked[from + n], patterns)
        list.append(made)
        if (watcher) watcher.observe(made)
        else made.excerpt()
      })
      add(first, 0)
      const more = make('button', { type: 'button', class: 'search__more' })
      const rest = () => { const left = picked.length - list.children.length; more.textContent = filled(say.more, '', Math.min(left, SHOWN)); more.hidden = left < 1 }
      more.addEventListener('click', async () => {
        const from = list.children.length, next = await titles(picked.slice(from, from + SHOWN)).catch(() => null)
        if (next === null) { said.textContent = say.failed; return }
        add(next, from)
        rest()
        list.children[from].querySelector('a').focus()
      })
      rest()
      result.replaceChildren(...filters(it, pages, chosen, (name, value) => ask(question, { ...chosen, [name]: value }, name)), ...(pages.length ? [list, more] : [make('p', { text: say.hint })]))
      if (focused) { const select = result.querySelector(`select[name="${focused}"]`); if (select) select.focus() }
    } catch (error) {
      if (now !== turn) return
      const renewed = error instanceof Renewed
      said.textContent = renewed ? say.renewed : say.failed
      result.replaceChildren(...(renewed ? [make('a', { href: location.href, text: say.reload })] : []))
    }
  }

  // --- what is asked ----------------------------------------------------------------------------------------------------

  const NOTHING = Object.fromEntries(FACETS.map((name) => [name, null]))
  const addressOf = (question, chosen) => {
    const query = new URLSearchParams(question ? { q: question } : {})
    for (const name of FACETS) if (chosen[name] !== null) query.set(name, chosen[name])
    return `?${query}`
  }
  let standing = NOTHING
  const ask = (question, chosen, focused, replaced) => {
    standing = chosen
    const address = addressOf(question, chosen)
    if (address !== location.search) history[replaced ? 'replaceState' : 'pushState'](null, '', address === '?' ? location.pathname : address)
    show(question, chosen, focused)
  }
  const follow = () => {
    const query = new URLSearchParams(location.search)
    field.value = (query.get('q') || '').slice(0, 60)
    standing = Object.fromEntries(FACETS.map((name) => [name, query.get(name)]))
    show(field.value.trim(), standing)
  }
  let waiting = 0
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(waiting)
    if (matchMedia('(pointer: coarse)').matches) field.blur() // the keys of a phone go away from over the list
    ask(field.value.trim(), standing)
  })
  field.addEventListener('input', (event) => {
    clearTimeout(waiting)
    if (!event.isComposing) waiting = setTimeout(() => ask(field.value.trim(), field.value.trim() ? standing : NOTHING, '', true), 200)
  })
  field.addEventListener('compositionend', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => ask(field.value.trim(), standing, '', true), 200)
  })
  box.addEventListener('keydown', (event) => {
    const links = [field, ...box.querySelectorAll('.found__title')], at = links.indexOf(document.activeElement)
    if (event.key === 'Escape' && document.activeElement !== field) { field.focus(); return }
    if (at < 0 || event.isComposing || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next) { event.preventDefault(); next.focus() }
  })
  addEventListener('popstate', follow)

  for (const begun of [table(), block(0)]) begun.catch(() => {}) // asked again, and told, with the first question
  parts('2026年1月') // the forms of days and amounts are made ready while nobody waits
  follow()
  if (!field.value) field.focus({ preventScroll: true })
})()
