/* How text is read and what a question means: mingbai/searching/words.py and questions.py over again, and tests hold them equal.
   `parts` takes a question apart, `pattern` finds on a page what answered it. search.js asks. */
const asking = (() => {
  'use strict'

  // --- how text is read (words.py) --------------------------------------------------------------------------------------

  const HAN = '\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}'
  const LETTERS = 'a-z0-9\\u00df-\\u00f6\\u00f8-\\u02af\\u0370-\\u052f\\u0620-\\u06d3\\u06d5\\u0f00-\\u0f0a\\u0f0c-\\u0fff\\u1820-\\u18aa\\uac00-\\ud7a3'
  const ONE = `[${HAN}]|[0-9]+\\.[0-9]+|[${LETTERS}]+`
  const WORD = new RegExp(ONE, 'gu'), RUN = new RegExp(`(?:${ONE}|[-/](?=[a-z0-9]))+`, 'gu'), IS_HAN = new RegExp(`^[${HAN}]$`, 'u'), HAN_IN = new RegExp(`[${HAN}]`, 'u')
  const AFTER_HAN = new RegExp(`([${HAN}]) (?=[a-z0-9])`, 'gu'), BEFORE_HAN = new RegExp(`([a-z0-9]) (?=[${HAN}])`, 'gu')
  const NUMERALS = '〇零一二三四五六七八九', wide = (c) => c >= '０' && c <= '９'
  const IN_MONTH = '(十[一二]?|[一二三四五六七八九])', IN_DAY = '(三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])'
  const WRITTEN = new RegExp(`([〇○零一二三四五六七八九]{4})年(?:${IN_MONTH}月(?:${IN_DAY}[日号])?)?`, 'g')
  const figure = (c) => Math.max(NUMERALS.indexOf(c) - 1, 0)
  const ten = (text) => {
    const at = text.indexOf('十')
    if (at < 0) return figure(text[0])
    return (at ? figure(text[0]) : 1) * 10 + (text[at + 1] ? figure(text[at + 1]) : 0)
  }
  const MONTHS = 'january february march april may june july august september october november december'.split(' ')
  const ENGLISH = new RegExp(`(^|[^a-z0-9.])(?:([0-9]{1,2}) )?(${MONTHS.join('|')})(?:,? ([12][0-9]{3}))?(?![a-z0-9])`, 'g')
  const MONTH_FIRST = new RegExp(`(^|[^a-z0-9.])(${MONTHS.join('|')}) ([0-9]{1,2}),? ([12][0-9]{3})(?![a-z0-9])`, 'g')
  const said = (y, m, d) => `${y ? `${y}年` : ''}${Number(m)}月${d ? `${Number(d)}日` : ''}`
  const unlisted = (text) => text.replace(/，/g, (c, at, all) => (wide(all[at - 1] || '') && wide(all[at + 1] || '') ? c : '、'))
  const plain = (text) => unlisted(text).normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean).join(' ')
  const normal = (text) => plain(text)
    .replace(AFTER_HAN, '$1').replace(BEFORE_HAN, '$1')
    .replace(WRITTEN, (_, y, m, d) => `${[...y].map(figure).join('')}年${m ? said('', ten(m), d ? ten(d) : '') : ''}`)
    .replace(MONTH_FIRST, '$1$3 $2 $4')
    .replace(ENGLISH, (all, before, d, m, y) => (d || y ? `${before}${y ? `${y}年` : ''}${MONTHS.indexOf(m) + 1}月${d ? `${Number(d)}日` : ''}` : all))
    .replace(/(^|[^0-9./-])([12][0-9]{3})([-/.])(1[0-2]|0?[1-9])(?:\3(3[01]|[12][0-9]|0?[1-9]))?(?![0-9])/g,
      (all, before, y, mark, m, d) => ((!d && mark === '.') || !/^(19|20)/.test(y) ? all : before + said(y, m, d)))
    .replace(/(^|[^0-9])0([1-9])(?=[月日号])/g, '$1$2').replace(/(月[0-9]{1,2})号/g, '$1日')
    .replace(/([0-9]),(?=[0-9]{3}(?![0-9]))/g, '$1')
    .replace(/([0-9])\.0+(?![0-9]|\.[0-9])|(\.[0-9]*[1-9])0+(?![0-9]|\.[0-9])/g, (_, whole, part) => whole || part)
  const runs = (text) => normal(text).match(RUN) || []
  const words = (run) => run.match(WORD) || []

  // --- what a question means (questions.py) -----------------------------------------------------------------------------

  const YEAR = '((?:19|20)[0-9]{2})', MONTH = '(1[0-2]|0?[1-9])', DAY = '(3[01]|[12][0-9]|0?[1-9])', MARK = '[-/.\\u2013\\u2014_ ]'
  const NO_MORE = '(?![0-9]|[.,/-][0-9])', TH = '(?:st|nd|rd|th)?'
  const NAME = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
  const all = (source) => new RegExp(source, 'g')
  const SPACED = all(`(^| )${YEAR}年? ${MONTH}月?(?: ${DAY}[日号]?)?(?= |$)`)
  const NAMED = all(`(^|[^a-z0-9])(?:${DAY}${TH} (?:of )?)?${NAME}(?: ${DAY}${TH}(?![0-9a-z]))?(?:,? ?${YEAR})?(?![a-z0-9])`)
  const DATE = new RegExp(`^${NAMED.source}$`)
  const SPEAKERS = [
    [NAMED, (whole, before, day, name, after, year) => (!(day || after || year) && name.length === 3 && name !== 'may' ? whole
      : before + said(year, MONTHS.findIndex((m) => m.startsWith(name.slice(0, 3))) + 1, day || after))],
    [all(`(^|[^0-9])([0-9]{2})年(?=${MONTH}(?:[^0-9]|$))`), (_, before, year) => `${before}20${year}年`],
    [all(`(^|[^0-9.,/-])([23][0-9])([-/.])${MONTH}\\3${DAY}${NO_MORE}`), (_, before, year, mark, m, d) => before + said(`20${year}`, m, d)],
    [all(`(^|[^零一二三四五六七八九十])${IN_MONTH}月(?:份|${IN_DAY}[日号]?)?`), (_, before, m, d) => before + said('', ten(m), d ? ten(d) : '')],
    [all(`(^|[^0-9.,/\\u2013\\u2014_-])${YEAR}(?:年|${MARK})${MONTH}(?:(?:月|${MARK})${DAY}[日号]?|月份?)?${NO_MORE}`), (_, before, y, m, d) => before + said(y, m, d)],
    [all(`(^|[^0-9a-z.,])${YEAR}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])?${NO_MORE}`), (_, before, y, m, d) => before + said(y, m, d)],
    [all(`^(?:${MONTH}[-/]|(0[1-9])\\.)${DAY}$`), (_, m, padded, d) => said('', m || padded, d)],
    [/([0-9]月)份/g, '$1'],
  ]
  const ALONE = all(`(^|[^0-9年])${MONTH}月(?:${DAY}([日号]?))?(?![0-9])`)
  const CODE = new RegExp(`^([${HAN}]+)([0-9]{1,2}-[0-9]{3,4}|[a-z]{1,6}-[0-9]+(?:-[0-9]+)*)$`, 'u') // 凭证10-014: on a page the two stand in a cell each
  const LISTED = /(^|[^0-9])([0-9]{1,3}(?:、[0-9]{3})+)(?![0-9])/g
  const MONEY = /^(?:rmb|cny|人民币)? ?[¥$+-]{0,2}([0-9][0-9,]*(?:\.[0-9]+)?)(?:([万亿])(?:元整?|圆整?|块钱?)?|元整?|圆整?|块钱?|yuan|rmb|cny)?$/
  const character = (n) => `${n > 19 ? NUMERALS[Math.floor(n / 10) + 1] : ''}${n > 9 ? '十' : ''}${n % 10 ? NUMERALS[n % 10 + 1] : ''}`
  const times = (figures, power) => {
    const [whole, rest = ''] = figures.split('.'), long = rest.padEnd(power, '0')
    return `${(whole + long.slice(0, power)).replace(/^0+/, '') || '0'}.${long.slice(power)}0`
  }
  const others = (text) => {
    const day = SPEAKERS.reduce((so, [form, spoken]) => so.replace(form, spoken), text)
    const found = [day, day.replace(ALONE, (_, before, m, d, mark) => `${before}${character(Number(m))}月${d ? character(Number(d)) + (mark && '日') : ''}`)]
    const whole = text.replace(LISTED, (_, before, list) => before + list.replace(/、/g, '')), money = MONEY.exec(whole)
    found.push(whole)
    if (money) {
      const figures = money[1].replace(/,/g, '')
      if (money[2]) found.push(times(figures, money[2] === '万' ? 4 : 8))
      found.push(figures + (money[2] || ''))
    }
    return found
  }
  const bound = (whole, before) => before + whole.slice(before.length).replace(/ /g, '\0')
  /* Of each part every reading, the one as it is written first (but of a day or month in English, whose words stand on pages of other days, too); a reading is runs of words that a page must hold all of, a part needs one reading. */
  const parts = (question) => plain(question).replace(/([0-9]) (?=[年月日号元万亿])/g, '$1').replace(/([年月]) (?=[0-9])/g, '$1')
    .replace(SPACED, bound).replace(NAMED, bound).split(' ').map((part) => {
      const text = part.replace(/\0/g, ' '), date = DATE.exec(text), known = new Set(), meant = others(text).map((other) => runs(other).map(words)), code = CODE.exec(text)
      if (code) meant.push(code.slice(1).flatMap(runs).map(words))
      return [...(date && (date[2] || date[4] || date[5]) ? meant.slice(0, 2) : [part.split('\0').flatMap(runs).map(words), ...meant])]
        .filter((reading) => { const key = reading.map((term) => term.join('\0')).join(' '), fresh = reading.length > 0 && !known.has(key); known.add(key); return fresh })
    }).filter((readings) => readings.length)

  const ASKED = /(?:[花用要收付]了?|有)?多少(?:[天次人]|块?钱)?|几[点号天]|什么(?:时[候间]|地方)?|[是在]?哪[天里儿个]?|是?怎(?:么[办样]?|样)的?|如何|是?谁是?|有没有|是不是|了没有?|了?[吗呢]|\?/g
  const IN_ENGLISH = /(^|[^a-z])(wh(at|en|ere|o|ich)|how( (much|many))?|did|do|is|are|was|were|the|an?|of|for|on|to|cost|spent)(?![a-z])/g
  /* A question without the words that only ask; empty where there are none. */
  const bare = (question) => {
    const text = plain(question), left = text.replace(ASKED, ' ').replace(IN_ENGLISH, '$1')
    return left === text ? '' : left
  }

  // --- where it stands on a page ----------------------------------------------------------------------------------------

  const lang = document.documentElement.lang
  const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  const OF_MONTH = /\/((?:19|20)[0-9]{2})\/(0[1-9]|1[0-2])\/$/
  const english = (term, yearless) => {
    const at = term.indexOf('月'), [y, m, d] = [at > 2 && term[at - 2] === '年' && term[at - 3], at > 0 && MONTHS[term[at - 1] - 1], term[at + 2] === '日' && term[at + 1]]
    return lang === 'en' && m && term.length === (y ? 2 : 0) + 2 + (d ? 2 : 0) ? `|\\b${d ? `0?${d} ` : ''}${m}${y ? (yearless ? `(?: ${y})?` : ` ${y}`) : ''}` : ''
  }
  /* On the page of a month its days stand without the year (text.py). */
  const source = (term, [, year, month] = []) => {
    const yearless = term.length > 4 && term[0] === year && term[1] === '年' && term[3] === '月' && Number(term[2]) === Number(month)
    const found = term.map((word, n) => {
      if (/^[0-9]+$/.test(word)) return `0?${word.split('').join(',?')}${term.length === 1 ? '(?:\\.[0-9]+)?(?!,?[0-9])' : '(?:\\.0+)?'}`
      if (/^[0-9.]+$/.test(word)) return `${quoted(word).split('').join(',?').replace(/\\,\?/g, '\\')}0*(?![0-9])`
      const dated = n > 0 && /^[0-9]+$/.test(term[n - 1])
      if (word === '年' && dated) return '[年/.-]'
      if (word === '月' && dated) return n < term.length - 1 ? '[月/.-]' : '(?:月|(?![0-9]))'
      if (word === '日' && dated) return '[日号]?'
      return quoted(word)
    })
    const gap = '[\\s/-]*', day = found.slice(yearless ? 2 : 0).join(gap)
    return `${yearless ? `(?:${found.slice(0, 2).join(gap)}${gap}|\\b)${day}` : day}${english(term, yearless)}`
  }
  /* For a part as it may stand on a page, with commas in amounts and days written otherwise; several words of one reading count only where there is no other.
     `address` is the page's. */
  const pattern = (readings, address = '') => {
    const one = readings.filter((reading) => reading.length === 1)
    return new RegExp((one.length ? one.flat() : readings[0]).map((term) => source(term, OF_MONTH.exec(address) || [])).join('|'), 'gi')
  }
  /* Where it stands first; 100 not in 55550100 nor in 2,100. */
  const at = (form, text) => {
    let found
    form.lastIndex = 0
    while ((found = form.exec(text)) && /[0-9][,.]?[0-9]$/.test(text.slice(0, found.index + 1))) form.lastIndex = found.index + 1
    return found
  }

  return { HAN_IN, IS_HAN, MONTHS, runs, words, parts, bare, pattern, at }
})()
