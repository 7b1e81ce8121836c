/* Finds pages in the small files that mingbai/searching makes, on the reader's own device; nothing is sent anywhere. No worker, no eval, no markup
   from data: everything is put on the page as text. How text is read (normal, words, terms) is mingbai/searching/words.py over again, and a test
   holds the two equal. What is asked stands in the address: ?q=低保&kind=services/&year=2026. */
(() => {
  'use strict'
  const box = document.getElementById('search'), said = document.getElementById('search-said'), result = document.getElementById('search-result')
  const say = box.dataset, [, count] = say.index.split('-').map(Number)
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

  // --- how text is read -------------------------------------------------------------------------------------------------

  const HAN = '\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}'
  const LETTERS = 'a-z0-9\\u00df-\\u00f6\\u00f8-\\u02af\\u0370-\\u052f\\u0620-\\u06d3\\u06d5\\u0f00-\\u0f0a\\u0f0c-\\u0fff\\u1820-\\u18aa\\uac00-\\ud7a3'
  const ONE = `[${HAN}]|[0-9]+\\.[0-9]+|[${LETTERS}]+`
  const WORD = new RegExp(ONE, 'gu'), RUN = new RegExp(`(?:${ONE})+`, 'gu'), IS_HAN = new RegExp(`^[${HAN}]$`, 'u'), HAN_IN = new RegExp(`[${HAN}]`, 'u')
  const AFTER_HAN = new RegExp(`([${HAN}]) (?=[a-z0-9])`, 'gu'), BEFORE_HAN = new RegExp(`([a-z0-9]) (?=[${HAN}])`, 'gu')
  const NUMERALS = '〇零一二三四五六七八九', wide = (c) => c >= '０' && c <= '９'
  const figure = (c) => Math.max(NUMERALS.indexOf(c) - 1, 0)
  const ten = (text) => {
    const at = text.indexOf('十')
    if (at < 0) return figure(text[0])
    return (at ? figure(text[0]) : 1) * 10 + (text[at + 1] ? figure(text[at + 1]) : 0)
  }
  const MONTHS = 'january february march april may june july august september october november december'.split(' ')
  const ENGLISH = new RegExp(`(^|[^a-z0-9.])(?:([0-9]{1,2}) )?(${MONTHS.join('|')})(?:,? ([12][0-9]{3}))?(?![a-z0-9])`, 'g')
  const normal = (text) => text
    .replace(/，/g, (c, at, all) => (wide(all[at - 1] || '') && wide(all[at + 1] || '') ? c : '、'))
    .normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')
    .replace(AFTER_HAN, '$1').replace(BEFORE_HAN, '$1')
    .replace(/([〇○零一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?)?/g,
      (_, y, m, d) => `${[...y].map(figure).join('')}年${m ? `${ten(m)}月` : ''}${d ? `${ten(d)}日` : ''}`)
    .replace(ENGLISH, (all, before, d, m, y) => (d || y ? `${before}${y ? `${y}年` : ''}${MONTHS.indexOf(m) + 1}月${d ? `${Number(d)}日` : ''}` : all))
    .replace(/(^|[^0-9./-])([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])(?:\3(3[01]|[12][0-9]|0?[1-9]))?(?![0-9])/g,
      (all, before, y, mark, m, d) => ((!d && mark === '.') || !/^(19|20)/.test(y) ? all : `${before}${y}年${Number(m)}月${d ? `${Number(d)}日` : ''}`))
    .replace(/(^|[^0-9])0([1-9])(?=[月日号])/g, '$1$2').replace(/(月[0-9]{1,2})号/g, '$1日')
    .replace(/([0-9]),(?=[0-9]{3}(?![0-9]))/g, '$1')
    .replace(/([0-9])\.0+(?![0-9]|\.[0-9])|(\.[0-9]*[1-9])0+(?![0-9]|\.[0-9])/g, (_, whole, part) => whole || part)
  const runs = (text) => normal(text).match(RUN) || []
  const words = (run) => run.match(WORD) || []
  const terms = (question) => question.replace(/([0-9])\s+(?=[年月日号元])/g, '$1').replace(/([年月])\s+(?=[0-9])/g, '$1')
    .split(/\s+/).filter(Boolean).flatMap((part) => runs(part).map(words))

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
  const shard = (key) => load(hashed(key) % count)
  const placeOf = (word) => (IS_HAN.test(word) ? word : /^[0-9.]+$/.test(word) ? word.split('.')[0] : [...word].slice(0, 2).join(''))
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
    }
    return it
  })
  const fronted = (list) => { let before = ''; return list.map((one) => { const at = one.indexOf('|'); before = [...before].slice(0, Number(one.slice(0, at))).join('') + one.slice(at + 1); return before }) }
  const shownOf = async (page, { block }) => {
    const it = await load(`t${Math.floor(page / block)}`), n = page % block
    if (typeof it.place === 'string') [it.title, it.address, it.place] = [fronted(it.title), fronted(it.address), same(it.place)]
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

  /* Where all pairs stand one behind the other; `part` g: runs, t: titles. */
  const chain = (pairs, shards, part) => pairs.reduce((left, [key, offset], n) => {
    const here = placed(shards[n][part][key]).map((at) => at - offset)
    if (left === null) return here
    const others = new Set(here)
    return left.filter((at) => others.has(at))
  }, null)
  const pagesOf = (found, shards, first) => {
    const pages = new Set()
    for (const at of found) {
      const run = Math.floor(at / PLACES), many = shards.map((s) => s.r[run]).find(Boolean)
      if (many) spread(many).forEach((p) => pages.add(p))
      else pages.add(pageOf(run, first))
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
    if (term.length > 1) {
      const starts = term.map((_, n) => n).filter((n) => n < term.length - 1 && (n % 2 === 0 || n === term.length - 2))
      const pairs = starts.map((n) => [term[n] + term[n + 1], n])
      const [{ first }, ...shards] = await Promise.all([table(), ...pairs.map(([key]) => shard(key))])
      titled(chain(pairs, shards, 't'), titles)
      return { pages: pagesOf(chain(pairs, shards, 'g'), shards, first), titles }
    }
    const [word] = term, fit = fits(word), pages = new Set()
    const letters = /^[a-z]{2,}$/.test(word) ? [...word.toUpperCase()].slice(1).map((c, n) => [word[n].toUpperCase() + c, n]) : []
    const [one, , ...shards] = await Promise.all([shard(placeOf(word)), table(), ...letters.map(([key]) => shard(key))])
    for (const key of Object.keys(one.s)) if (fit(key)) spread(one.s[key]).forEach((p) => pages.add(p))
    for (const key of Object.keys(one.t)) if (fit(key)) titled(placed(one.t[key]), titles)
    if (letters.length) titled(chain(letters, shards, 't'), titles)
    for (const page of titles.keys()) pages.add(page)
    return { pages, titles }
  }
  /* Pages with all terms: titles that begin with one first, then other titles, then the rest; each the newest first. */
  const search = async (asked) => {
    const found = await Promise.all(asked.map(find))
    const pages = [...found[0].pages].filter((p) => found.every((f) => f.pages.has(p)))
    const { day: { of, names } } = await table(), age = (p) => of[p] || names.length + 1 // the newest first, what has no day last
    const rank = (p) => (found.every((f) => f.titles.has(p)) ? (found.some((f) => f.titles.get(p) === 0) ? 0 : 1) : 2)
    return pages.map((p) => [rank(p), p]).sort((a, b) => a[0] - b[0] || age(a[1]) - age(b[1]) || a[1] - b[1]).map(([, p]) => p)
  }
  /* Where nobody wrote it so: pages that hold most of its pairs of words. */
  const near = async (asked) => {
    const parts = asked.flatMap((term) => (term.length > 1 ? term.slice(1).map((w, n) => [term[n], w]) : [term])), scores = new Map()
    if (parts.length < 2) return []
    for (const { pages, titles } of await Promise.all(parts.map(find))) for (const p of pages) scores.set(p, (scores.get(p) || 0) + (titles.has(p) ? 1.5 : 1))
    const { day: { of, names } } = await table(), age = (p) => of[p] || names.length + 1
    const most = Math.max(0, ...scores.values())
    return [...scores].filter(([, n]) => n * 2 >= parts.length && n >= most - 1).sort((a, b) => b[1] - a[1] || age(a[0]) - age(b[0]) || a[0] - b[0]).map(([p]) => p)
  }

  // --- where it stands --------------------------------------------------------------------------------------------------

  /* A pattern for the words as they may stand on a page, with commas in amounts and days written otherwise. */
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  const english = (term) => {
    const at = term.indexOf('月'), [y, m, d] = [at > 2 && term[at - 2] === '年' && term[at - 3], at > 0 && MONTHS[term[at - 1] - 1], term[at + 2] === '日' && term[at + 1]]
    return lang === 'en' && m && term.length === (y ? 2 : 0) + 2 + (d ? 2 : 0) ? `|${d ? `0?${d} ` : ''}${m}${y ? ` ${y}` : ''}` : ''
  }
  const pattern = (term) => {
    const parts = term.map((word, n) => {
      if (/^[0-9]+$/.test(word)) return `0?${word.split('').join(',?')}(?:\\.0+)?${term.length === 1 ? '(?![0-9])' : ''}`
      if (/^[0-9.]+$/.test(word)) return `${quoted(word).split('').join(',?').replace(/\\,\?/g, '\\')}0*(?![0-9])`
      const dated = n > 0 && /^[0-9]+$/.test(term[n - 1])
      if (word === '年' && dated) return '[年/.-]'
      if (word === '月' && dated) return n < term.length - 1 ? '[月/.-]' : '(?:月|(?![0-9]))'
      if (word === '日' && dated) return '[日号]?'
      return quoted(word)
    })
    return new RegExp(`${parts.join('\\s*')}${english(term)}`, 'i')
  }
  const marked = (text, patterns) => {
    const found = patterns.map((p) => p.exec(text)).filter((m) => m && m[0]).sort((a, b) => a.index - b.index), out = []
    let at = 0
    for (const m of found) {
      if (m.index < at) continue
      out.push(text.slice(at, m.index), make('mark', { text: m[0] }))
      at = m.index + m[0].length
    }
    return [...out, text.slice(at)]
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
    const told = blocks(article).map((e) => { const text = plain(e); return [e, text, patterns.filter((p) => p.test(text)).length] })
    const best = told.reduce((a, b) => (b[2] > a[2] ? b : a), [null, '', 0])
    const lede = article.querySelector('p')
    const [e, text, found] = best[0] || !lede ? best : [lede, plain(lede), 0]
    if (!e) return
    const from = found ? Math.min(...patterns.map((p) => text.search(p)).filter((n) => n >= 0)) : 0
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

  const day = (iso) => new Date(iso).toLocaleDateString(lang === 'en' ? 'en-GB' : lang, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  const facetOf = (it, name, page) => { const n = it[name].of[page]; return n ? it[name].names[n - 1] : ['', say.other] }

  /* A page in another language says what is Chinese, as the rest of the site does. */
  const tongued = (e) => { if (!lang.startsWith('zh') && HAN_IN.test(e.textContent) && !/[A-Za-z][a-z]/.test(e.textContent)) e.lang = 'zh-CN'; return e }
  const item = (it, [title, address, place], page, patterns) => {
    const [date] = it.day.names[it.day.of[page] - 1] || ['']
    const where = [facetOf(it, 'kind', page)[1], ...place.split(' › ').filter(Boolean)].filter((word, n, all) => all.indexOf(word) === n).join(' › ')
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
    const now = ++turn, asked = terms(question)
    box.classList.toggle('search--asked', asked.length > 0)
    if (!asked.length) {
      result.replaceChildren(...(question ? [make('p', { text: say.hint })] : []))
      said.textContent = question ? filled(say.none, question) : ''
      return
    }
    if (!result.querySelector('li')) said.textContent = say.loading
    try {
      const it = await table()
      let pages = await search(asked), exact = true
      if (!pages.length) [pages, exact] = [await near(asked), false]
      const picked = pages.filter((p) => FACETS.every((f) => chosen[f] === null || facetOf(it, f, p)[0] === chosen[f]))
      const titles = async (some) => Promise.all(some.map((p) => shownOf(p, it)))
      const first = await titles(picked.slice(0, SHOWN))
      if (now !== turn) return
      const patterns = (exact ? asked : asked.flatMap((t) => (t.length > 1 ? t.slice(1).map((w, n) => [t[n], w]) : [t]))).map(pattern)
      said.textContent = pages.length ? filled(exact ? say.found : say.near, question, picked.length) : filled(say.none, question)
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

  for (const name of ['pages', 't0']) load(name).catch(() => {}) // asked again, and told, with the first question
  follow()
  if (!field.value) field.focus({ preventScroll: true })
})()
