'use strict';
// The findings list: filters in the address, twenty findings a page, evidence unpacked only when it is looked at.
// Everything from an article becomes a text node; nothing is ever parsed as markup.
(() => {
const PAGE = 20;
const FILTERS = ['severity', 'check', 'source', 'language', 'day', 'text'];
const root = document.documentElement;
const byId = (id) => document.getElementById(id);
const holder = byId('index');
if (!holder || typeof DecompressionStream === 'undefined') return;

const form = document.querySelector('.filters');
const list = byId('list');
const chunks = new Map();
let data;
let hidden;
let filters = {};
let hits = [];
let page = 0;
let turn = 0;

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

async function unpack(element) {
  const binary = atob(element.textContent.trim());
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  element.remove();
  return new Response(stream).json();
}

function chunk(number) {
  if (!chunks.has(number)) chunks.set(number, unpack(byId('chunk' + number)));
  return chunks.get(number);
}

const detail = async (i) => (await chunk(Math.floor(i / data.chunk)))[i % data.chunk];

// Hidden characters become chips. In a mark that is only white space, every character does; in one line, every break.
function visible(text, mark, line) {
  const nodes = [];
  const chip = (c) => make('span', 'chip-u', /[\r\n]/.test(c) ? '↵' : 'U+' + c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0'));
  const split = mark && !text.trim() ? hidden.blank : (line ? hidden.line : hidden.text);
  text.split(split).forEach((part, i) => { if (part) nodes.push(i % 2 ? chip(part) : part); });
  return nodes;
}

const bdi = (text) => make('bdi', '', text);
const severityOf = (i) => ({e: 'error', w: 'warning', i: 'info'})[data.severity[i]];
const day = (iso) => {
  const date = new Date(iso + 'T00:00:00Z');
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
};

function passage([label, language, direction, pieces]) {
  const text = make('p');
  if (language) text.lang = language;
  text.dir = direction;
  for (const [kind, part] of pieces) {
    if (kind) text.append(make('mark', kind, ...visible(part, kind === 'hit')));
    else text.append(...visible(part));
  }
  return make('figure', '', make('figcaption', '', bdi(label)), text);
}

function strip([event, eventIso, gap, published, publishedIso, language]) {
  const from = make('time', 'event', event);
  const to = make('time', 'published', published);
  from.dateTime = eventIso;
  to.dateTime = publishedIso;
  if (language) from.lang = language;
  return make('p', 'strip', from, make('b', '', ' — ' + gap + ' — '), to);
}

function fix([safe, before, after, words]) {
  const line = make('p', 'fix', make('span', 'k', 'Fix'), ' ');
  if (words) line.append(words);
  else {
    if (before) line.append(make('del', '', make('bdi', '', ...visible(before, true, true))), ' → ');
    line.append(after ? make('ins', '', make('bdi', '', ...visible(after, true, true))) : '(removed)');
  }
  line.append(' ', make('span', safe ? 'safe' : 'unsafe', safe ? 'safe to apply' : 'needs a decision'));
  return line;
}

function card(i, more, used) {
  const article = make('article', 'card ' + severityOf(i));
  const key = 'l-' + data.key[i];
  if (!used.has(key)) article.id = key;
  used.add(key);
  article.tabIndex = -1;
  article.dataset.key = data.key[i];
  const head = make('div', 'ch', make('h4', '', bdi(data.article[i])), make('span', '', bdi(data.sources[data.source[i]])));
  const language = data.languages[data.language[i]];
  const published = data.days[data.day[i]];
  for (const text of [language, published && day(published)]) if (text) head.append(make('span', '', bdi(text)));
  const link = make('a', 'link', 'Link');
  link.href = '#f-' + data.key[i];
  link.setAttribute('aria-label', 'Link to this finding in ' + data.article[i]);
  head.append(link);
  article.append(head, make('p', 'msg', ...visible(more.message || '', false, true)));
  const passages = (more.passages || []).map(passage);
  if (passages.length) article.append(make('div', passages.length > 1 ? 'ev pair' : 'ev', ...passages));
  if (more.strip) article.append(strip(more.strip));
  if (more.fix) article.append(fix(more.fix));
  const numbers = [more.numbers, more.place].filter(Boolean).flatMap((text, j) => (j ? [' · ', bdi(text)] : [bdi(text)]));
  if (numbers.length) article.append(make('p', 'nums', ...numbers));
  return article;
}

function heading(check, severity, matches) {
  const [code, title] = data.checks[check];
  return make('div', 'group', make('h3', '', title), make('code', '', code), make('span', 'sev ' + severity, severity),
      make('span', 'hint', matches.toLocaleString('en') + (matches === 1 ? ' match' : ' matches')));
}

async function show() {
  const mine = ++turn;
  const shown = hits.slice(page * PAGE, page * PAGE + PAGE);
  const details = await Promise.all(shown.map(detail));
  if (mine !== turn) return;
  const children = [];
  const used = new Set();
  shown.forEach((i, j) => {
    if (!j || data.code[i] !== data.code[shown[j - 1]] || severityOf(i) !== severityOf(shown[j - 1])) {
      const same = hits.filter((other) => data.code[other] === data.code[i] && data.severity[other] === data.severity[i]);
      children.push(heading(data.code[i], severityOf(i), same.length));
    }
    children.push(card(i, details[j], used));
  });
  list.replaceChildren(...children);
  const here = data.total > data.code.length ? ' findings in this file' : ' findings';
  byId('count').textContent = hits.length.toLocaleString('en') + ' of ' + data.code.length.toLocaleString('en') + here;
  byId('place').textContent = hits.length ? (page * PAGE + 1) + '–' + (page * PAGE + shown.length) : 'none match';
  byId('previous').disabled = page === 0;
  byId('next').disabled = (page + 1) * PAGE >= hits.length;
}

function matches(i) {
  return (!filters.severity || severityOf(i) === filters.severity)
    && (!filters.check || data.checks[data.code[i]][0] === filters.check)
    && (!filters.source || data.sources[data.source[i]] === filters.source)
    && (!filters.language || data.languages[data.language[i]] === filters.language)
    && (!filters.day || data.days[data.day[i]].startsWith(filters.day));
}

function holds(more, i, wanted) {
  const texts = [...data.checks[data.code[i]], data.sources[data.source[i]], data.article[i], more.place, more.message,
      ...(more.passages || []).map((p) => p[3].map((piece) => piece[1]).join(''))];
  return texts.some((text) => (text || '').toLowerCase().includes(wanted));
}

async function apply() {
  const mine = ++turn;
  let found = data.code.map((_, i) => i).filter(matches);
  const wanted = (filters.text || '').trim().toLowerCase();
  if (wanted) {
    const details = await Promise.all(found.map(detail));
    if (mine !== turn) return;
    found = found.filter((i, j) => holds(details[j], i, wanted));
  }
  hits = found;
  page = 0;
  await show();
}

function address() {
  const query = new URLSearchParams();
  for (const name of FILTERS) if (filters[name]) query.set(name, filters[name]);
  return '#?' + query;
}

function fill() {
  for (const name of FILTERS) if (form.elements[name]) form.elements[name].value = filters[name] || '';
  const chip = byId('day');
  chip.hidden = !filters.day;
  chip.textContent = filters.day ? filters.day + ' ✕' : '';
  chip.setAttribute('aria-label', 'Remove the filter on ' + filters.day);
}

function change(name, value) {
  filters[name] = value;
  history.replaceState(null, '', address());
  fill();
  apply();
}

async function single(key) {
  const i = data.key.indexOf(key);
  if (i < 0) return;
  hits = [i];
  page = 0;
  await show();
  const target = byId('l-' + key);
  if (!target) return;
  target.classList.add('at');
  target.scrollIntoView({block: 'center'});
  target.focus({preventScroll: true});
}

// Filters are read from the address and nowhere else, so every view can be linked to.
async function route(first) {
  const hash = location.hash;
  if (hash.startsWith('#f-')) return single(hash.slice(3));
  if (!hash.startsWith('#?')) return first ? apply() : undefined;
  const query = new URLSearchParams(hash.slice(2));
  filters = {};
  for (const name of FILTERS) if (query.get(name)) filters[name] = query.get(name);
  fill();
  await apply();
  byId('findings').scrollIntoView({behavior: first ? 'instant' : 'auto'});
}

// Letters step from anywhere on the page but a form field; arrows only inside the list, for elsewhere they scroll.
function step(event) {
  const by = {j: 1, k: -1}[event.key] || (list.contains(event.target) && {ArrowDown: 1, ArrowUp: -1}[event.key]);
  if (!by || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select')) return;
  const cards = [...list.querySelectorAll('.card')];
  const next = cards[cards.indexOf(event.target.closest('.card')) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function turnPage(by) {
  page += by;
  show().then(() => byId('findings').scrollIntoView());
}

function listen() {
  let timer;
  form.addEventListener('input', ({target}) => {
    clearTimeout(timer);
    timer = setTimeout(() => change(target.name, target.value), target.name === 'text' ? 150 : 0);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', (event) => { event.preventDefault(); filters = {}; change('text', ''); });
  byId('day').addEventListener('click', () => change('day', ''));
  byId('previous').addEventListener('click', () => turnPage(-1));
  byId('next').addEventListener('click', () => turnPage(1));
  document.addEventListener('keydown', step);
  addEventListener('hashchange', () => route(false));
}

function options(name, values) {
  const select = form.elements[name];
  for (const value of values) if (value) select.append(new Option(value, value));
  select.parentElement.hidden = select.options.length < 3;
}

async function start() {
  data = await unpack(holder);
  hidden = {
    text: new RegExp(data.hidden, 'u'),
    line: new RegExp(data.hidden.replace(/^\(\[/, '([\\r\\n'), 'u'),
    blank: new RegExp(data.hidden.replace(/\|.*/, '|\\s)'), 'u'),
  };
  options('source', data.sources);
  options('language', data.languages);
  for (const link of document.querySelectorAll('a.go')) link.setAttribute('href', '#?' + link.dataset.find);
  listen();
  root.classList.add('js-on');
  await route(true);
  root.dataset.ready = '';
}

start();
})();
