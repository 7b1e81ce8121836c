/* Any stretch of days of one book, added up on the reader's own device from the lines published beside this page (2026.json).
   Whole fen in BigInt; what must come out is mingbai/kinds/finance/statements/ranges.py, and a test holds the two equal.
   The stretch stands in the address (?from=2026-03&to=2026-05-20&by=fund), so that it can be passed on. Nothing is sent anywhere. */
(() => {
  'use strict'
  const place = document.getElementById('anytime'), said = document.getElementById('anytime-said'), result = document.getElementById('anytime-result')
  const { root, first: begin, last: end, known } = place.dataset
  const years = place.dataset.years.split(' ').map(Number)
  const BY = { '': '不分，只看合计', account: '账户', fund: '资金', category: '科目', project: '项目', counterpart: '对方类别' }
  const UNNAMED = { account: '未写账户', fund: '未分资金', category: '未分科目', project: '不属于项目', counterpart: '未写明' }
  const ZERO = BigInt(0), HUNDRED = BigInt(100)

  const make = (name, options = {}, ...inside) => {
    const { text, ...attributes } = options, e = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) if (value !== false) e.setAttribute(key, value === true ? '' : value)
    if (text !== undefined) e.textContent = text
    e.append(...inside)
    return e
  }
  const yuan = (fen) => {
    const size = fen < ZERO ? -fen : fen
    return `${fen < ZERO ? '−' : ''}${String(size / HUNDRED).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(size % HUNDRED).padStart(2, '0')}`
  }
  const words = (day) => { const [y, m, d] = day.split('-').map(Number); return `${y}年${m}月${d ? `${d}日` : ''}` }
  const lastOf = (month) => { const [y, m] = month.split('-').map(Number); return `${month}-${new Date(Date.UTC(y, m, 0)).getUTCDate()}` }
  const real = (day) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

  // --- the form -------------------------------------------------------------------------------------------------------

  const months = []
  for (let [y, m] = begin.split('-').map(Number); `${y}-${String(m).padStart(2, '0')}` <= end.slice(0, 7); [y, m] = m < 12 ? [y, m + 1] : [y + 1, 1]) months.push(`${y}-${String(m).padStart(2, '0')}`)
  const select = (name, label, options) => make('label', { class: 'field' }, make('span', { text: label }), make('select', { name }, ...options))
  const date = (name, label, value) => make('label', { class: 'field' }, make('span', { text: label }), make('input', { type: 'date', name, value, min: '1900-01-01', max: '2999-12-31' }))
  const radio = (value, text, checked) => make('label', { class: 'choice' }, make('input', { type: 'radio', name: 'how', value, checked }), make('span', { text }))
  const monthly = () => months.map((m) => make('option', { value: m, text: words(m) }))
  const byMonth = make('div', { class: 'fields' }, select('fromMonth', '从哪个月', monthly()), select('toMonth', '到哪个月', monthly()))
  const byDay = make('div', { class: 'fields' }, date('fromDay', '从哪一天', begin), date('toDay', '到哪一天', end))
  const form = make('form', { class: 'anytime', 'aria-label': '任选日子' },
    make('fieldset', {}, make('legend', { text: '怎么选' }), radio('month', '按月选', true), radio('day', '按日选', false)),
    byMonth, byDay,
    make('div', { class: 'fields' }, select('by', '再按什么分', Object.entries(BY).map(([value, text]) => make('option', { value, text })))),
    make('button', { type: 'submit', text: '算出来' }))
  const { fromMonth, toMonth, fromDay, toDay, by } = form.elements

  const choose = (how) => {
    form.elements.how.value = how
    byMonth.hidden = how !== 'month'
    byDay.hidden = how !== 'day'
  }
  const fill = (from, to, division) => {
    const monthly = from.length === 7 && to.length === 7 && months.includes(from) && months.includes(to)
    if (monthly) [fromMonth.value, toMonth.value] = [from, to]
    fromDay.value = from.length === 7 ? `${from}-01` : from
    toDay.value = to.length === 7 ? lastOf(to) : to
    by.value = division
    choose(monthly ? 'month' : 'day')
  }

  // --- the lines --------------------------------------------------------------------------------------------------------

  const loaded = new Map()
  const load = (year) => {
    if (!loaded.has(year)) {
      loaded.set(year, fetch(`${year}.json`).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        return answer.json()
      }).catch((error) => { loaded.delete(year); throw error }))
    }
    return loaded.get(year)
  }
  /* The years that hold the stretch; where none begins it, the newest before it, whose end is its opening, else the first. */
  const wanted = (from, to) => {
    const [a, b] = [from, to].map((day) => Number(day.slice(0, 4)))
    const before = years.filter((y) => y <= a)
    return years.filter((y) => y > a && y <= b).concat(before.length ? before[before.length - 1] : years[0]).sort((x, y) => x - y).filter((y, n, all) => y !== all[n - 1])
  }

  const stretch = (extracts, from, to, division) => {
    const sum = { opening: ZERO, income: ZERO, expense: ZERO, lines: 0 }, parts = new Map()
    const part = (extract, what, n) => {
      const [id, name, address] = extract[what][n]
      if (!parts.has(id)) parts.set(id, { id, name, address, opening: ZERO, income: ZERO, expense: ZERO, moved: ZERO, lines: 0, shown: false })
      return parts.get(id)
    }
    const holding = division === 'account' || division === 'fund'
    const begun = extracts[0]
    for (const fen of begun.opening.account) sum.opening += BigInt(fen)
    if (holding) begun.opening[division].forEach((fen, n) => { part(begun, division, n).opening += BigInt(fen) })
    for (const extract of extracts) {
      if (holding) for (let n = 0; n < extract.kept[division]; n++) part(extract, division, n).shown = true
      const within = new Set()
      extract.lines.forEach(([day, party, entries], number) => {
        const full = `${extract.year}-${day}`, touched = new Set()
        if (full > to) return
        if (full >= from) { within.add(number); sum.lines++ }
        for (const [column, account, fund, category, amount] of entries) {
          const fen = BigInt(amount), at = division === 'account' ? account : fund
          if (full < from) {
            if (account >= 0) sum.opening += fen
            if (holding && at >= 0) part(extract, division, at).opening += fen
            continue
          }
          if (column === 0) sum.income += fen
          if (column === 1) sum.expense -= fen
          let one
          if (holding) one = at >= 0 && part(extract, division, at)
          else if (column !== 2 && division === 'category') one = part(extract, division, category)
          else if (column !== 2 && division === 'counterpart') one = part(extract, division, party)
          if (!one) continue
          if (column === 0) one.income += fen
          else if (column === 1) one.expense -= fen
          else one.moved += fen
          one.shown = true
          touched.add(one)
        }
        for (const one of touched) one.lines++
      })
      if (division === 'project') {
        const cited = new Map()
        for (const [project, number, income, expense] of extract.cited) {
          if (!within.has(number)) continue
          const one = part(extract, 'project', project)
          one.income += BigInt(income)
          one.expense += BigInt(expense)
          one.shown = true
          one.lines++
          cited.set(number, true)
        }
        sum.without = (sum.without || 0) + within.size - cited.size
      }
    }
    let shown = [...parts.values()].filter((one) => one.shown)
    if (division === 'project') {
      const rest = (side) => shown.reduce((left, one) => left - one[side], sum[side])
      const [income, expense] = [rest('income'), rest('expense')]
      if (sum.without || income || expense) shown.push({ id: '', name: '', address: '', income, expense, lines: sum.without })
    }
    const order = (a, b) => (a > b ? 1 : a < b ? -1 : 0)
    if (!holding) shown = shown.sort((a, b) => order(!a.id, !b.id) || order(b.expense, a.expense) || order(b.income, a.income) || order(a.id, b.id))
    for (const one of shown) one.closing = (one.opening || ZERO) + one.income - one.expense + (one.moved || ZERO)
    return { ...sum, closing: sum.opening + sum.income - sum.expense, parts: division ? shown : [], holding }
  }

  // --- what comes out -------------------------------------------------------------------------------------------------

  const amount = (label, fen, change) => make('td', { class: fen < ZERO && !change ? 'num minus' : 'num', 'data-label': label, text: `${change && fen > ZERO ? '+' : ''}${yuan(fen)}` })
  const equation = (it) => make('dl', { class: 'equation' }, ...[['', '期初结余', it.opening, ''], ['＋', '收入', it.income, '_in'], ['－', '支出', it.expense, ''], ['＝', '期末结余', it.closing, '_sum']].map(
    ([sign, label, fen, kind]) => make('div', kind ? { class: `equation_${kind}` } : {}, make('dt', {}, ...(sign ? [make('span', { 'aria-hidden': 'true', text: sign })] : []), label), make('dd', fen < ZERO ? { class: 'minus', text: yuan(fen) } : { text: yuan(fen) }))))
  const table = (it, division, caption) => {
    const moved = it.parts.some((one) => one.moved) ? [['账内转账', 'moved']] : []
    const columns = it.holding ? [['期初', 'opening'], ['收入', 'income'], ['支出', 'expense'], ...moved, ['期末', 'closing']] : [['收入', 'income'], ['支出', 'expense']]
    const row = (head, values, lines, total) => make('tr', total ? { class: 'total' } : {}, make('th', { scope: 'row', class: 'lead' }, head), ...values.map((fen, n) => amount(columns[n][0], fen, columns[n][1] === 'moved')), make('td', { class: 'num', 'data-label': '笔数', text: lines }))
    const name = (one) => {
      const text = one.name || UNNAMED[division]
      return one.address ? make('a', { href: root + one.address, text }) : text
    }
    const all = columns.map(([, key]) => it.parts.reduce((sum, one) => sum + one[key], ZERO))
    return make('div', { class: 'sheet' }, make('table', { class: 'data stack' }, make('caption', { text: caption }),
      make('thead', {}, make('tr', {}, make('th', { scope: 'col', text: BY[division] }), ...columns.map(([word]) => make('th', { scope: 'col', class: 'num', text: `${word}（元）` })), make('th', { scope: 'col', class: 'num', text: '笔数' }))),
      make('tbody', {}, ...it.parts.map((one) => row(name(one), columns.map(([, key]) => one[key]), one.lines)), row('合计', all, it.lines, true))))
  }
  const pages = (from, to) => {
    const within = [...document.querySelectorAll('.ready a')].map((a) => [a, a.href.match(/\/(\d{4})\/(\d\d)\/$/)]).filter(([, at]) => at && `${at[1]}-${at[2]}` >= from.slice(0, 7) && `${at[1]}-${at[2]}` <= to.slice(0, 7))
    return within.map(([a, at]) => [at[0], a.href, a.getAttribute('aria-label')]).sort((a, b) => (a[0] < b[0] ? -1 : 1))
  }

  let asked = 0
  const show = async (from, to, division) => {
    const turn = ++asked
    result.replaceChildren()
    said.textContent = '正在取这段时间的账……'
    const [first, last] = [from.length === 7 ? `${from}-01` : from, to.length === 7 ? lastOf(to) : to]
    let it
    try {
      it = stretch(await Promise.all(wanted(first, last).map(load)), first, last, division)
    } catch {
      if (turn === asked) said.textContent = '账目没有取到，可能是网络断了。请再点一次“算出来”，或者看下面已经算好的。'
      return
    }
    if (turn !== asked) return
    const span = first === last ? words(first) : `${words(first)}至${words(last)}`
    const late = !known ? '这本账还没有收支。' : known < last ? `账目到${words(known)}，以后的还没有公布。` : ''
    said.textContent = `${span}：期初结余 ${yuan(it.opening)} 元，收入 ${yuan(it.income)} 元，支出 ${yuan(it.expense)} 元，期末结余 ${yuan(it.closing)} 元，共 ${it.lines} 笔。${late}`
    result.append(equation(it))
    if (division) result.append(it.parts.length ? table(it, division, `${span}，按${BY[division]}分`) : make('p', { text: '这段时间没有收支。' }))
    const every = pages(first, last)
    if (every.length) result.append(make('p', { class: 'anytime__pages' }, '逐笔明细：', ...every.flatMap(([, href, text], n) => [n ? '、' : '', make('a', { href, text })])))
    result.append(make('p', { class: 'small screen-only', text: '要把这个结果发给别人，把浏览器里的网址发过去就行。' }))
  }

  const clear = () => { for (const one of [fromMonth, toMonth, fromDay, toDay]) one.removeAttribute('aria-invalid') }
  const wrong = (text, field) => {
    asked++
    result.replaceChildren()
    said.textContent = text
    clear()
    if (field) { field.setAttribute('aria-invalid', 'true'); field.focus() }
  }
  const ask = (from, to, division) => {
    clear()
    show(from, to, division)
  }

  form.addEventListener('change', (event) => { if (event.target.name === 'how') choose(event.target.value) })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const monthly = form.elements.how.value === 'month'
    const [a, b] = monthly ? [fromMonth, toMonth] : [fromDay, toDay]
    if (!a.value || !b.value) return wrong('请选好开始和结束的日子。', a.value ? b : a)
    if (a.value > b.value) return wrong('开始的日子在结束的日子之后，请调换过来。', a)
    const query = new URLSearchParams({ from: a.value, to: b.value, ...(by.value ? { by: by.value } : {}) })
    if (`?${query}` !== location.search) history.pushState(null, '', `?${query}`)
    ask(a.value, b.value, by.value)
  })

  /* What the address asks for; an address without a stretch asks for nothing yet. */
  const follow = () => {
    const query = new URLSearchParams(location.search)
    if (!['from', 'to', 'by'].some((key) => query.has(key))) {
      asked++
      result.replaceChildren()
      said.textContent = ''
      return
    }
    const from = query.get('from') || begin, to = query.get('to') || end, division = query.get('by') || ''
    const [first, last] = [from.length === 7 ? `${from}-01` : from, /^\d{4}-\d\d$/.test(to) && real(`${to}-01`) ? lastOf(to) : to]
    if (!real(first) || !real(last) || !(division in BY)) return wrong('网址里的日子或者分法看不懂，请在上面重新选。')
    fill(from, to, division)
    if (first > last) return wrong('开始的日子在结束的日子之后，请调换过来。')
    ask(from, to, division)
  }

  place.replaceChildren(form)
  fill(months[0], months[months.length - 1], '')
  addEventListener('popstate', follow)
  follow()
})()
