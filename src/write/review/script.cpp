// SPDX-License-Identifier: Apache-2.0
#include "write/review/assets.hpp"

namespace tidytracker::review {
namespace {

// Everything that it needs stands in the page: data-r of a cell says "record:field ...", the id of
// an article is "r" and the number of its record. It writes text only as text, never as markup.
constexpr std::string_view k_script = R"js(
(() => {
'use strict';
const one = (query, from = document) => from.querySelector(query);
const all = (query, from = document) => [...from.querySelectorAll(query)];
document.documentElement.classList.add('js');
const say = one('#say');
const tell = text => { say.textContent = text; };

// Cells by record, and by record and field.
const cells = new Map();
const note = (key, cell) => {
  if (!cells.has(key)) cells.set(key, new Set());
  cells.get(key).add(cell);
};
const uses = cell => (cell.dataset.r || '').split(' ').filter(Boolean).map(use => {
  const colon = use.indexOf(':');
  return { record: use.slice(0, colon), field: use.slice(colon + 1) };
});
for (const cell of all('td[data-r]')) {
  for (const use of uses(cell)) {
    note(use.record, cell);
    note(use.record + ':' + use.field, cell);
  }
}

const clear = () => {
  for (const shown of all('.on, .at')) shown.classList.remove('on', 'at');
};
const see = (element, block = 'nearest') => element.scrollIntoView({ block, inline: 'nearest' });
const nameOf = article => one('h3 button', article).textContent;
const captionOf = row => row.matches('p') ? 'Action' : one('th', row).textContent;
const valueOf = row => (one('td', row) || row).textContent;

const tabs = all('[role=tab]');
const openTab = (id, focus) => {
  for (const tab of tabs) {
    const chosen = tab.getAttribute('aria-controls') === id;
    tab.setAttribute('aria-selected', chosen);
    tab.tabIndex = chosen ? 0 : -1;
    if (chosen && focus) tab.focus();
    one('#' + tab.getAttribute('aria-controls')).hidden = !chosen;
  }
};
tabs.forEach((tab, index) => {
  tab.addEventListener('click', () => openTab(tab.getAttribute('aria-controls')));
  tab.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(index + step + tabs.length) % tabs.length];
    openTab(next.getAttribute('aria-controls'), true);
  });
});

const mark = (article, field) => {
  clear();
  article.classList.add('on');
  const key = article.id.slice(1);
  for (const cell of cells.get(key) || []) cell.classList.add('on');
  if (!field) return;
  for (const cell of cells.get(key + ':' + field) || []) cell.classList.add('at');
  const row = all('tr[data-f], p[data-f]', article).find(each => each.dataset.f === field);
  if (row) row.classList.add('at');
};
// From a record, or one of its fields, to the source.
const showCells = (article, field) => {
  mark(article, field);
  const key = article.id.slice(1);
  const found = [...(cells.get(field ? key + ':' + field : key) || [])];
  if (found.length) see(found[0], 'center');
  tell(nameOf(article) + (field ? ', ' + field.replace(/_/g, ' ') : '') +
    (found.length ? ': ' + found.length + (found.length === 1 ? ' cell' : ' cells') + ' marked'
                  : ': its cells are not in this page'));
};
// From a cell to its record; once more, to the next record that the cell is in.
const showRecord = cell => {
  const found = uses(cell);
  if (!found.length) {
    tell(cell.matches('.h') ? 'A heading: it names what stands below it'
      : cell.matches('.u') ? 'Not converted: ' + cell.title
      : 'No record keeps this value: another source counted');
    return;
  }
  const shown = cell.matches('.at') ? found.findIndex(use => one('#r' + use.record + '.on')) : -1;
  const use = found[(shown + 1) % found.length];
  const article = one('#r' + use.record);
  openTab('records');
  article.hidden = false;
  mark(article, use.field);
  see(one('.at', article) || article, 'center');
  const row = one('.at', article);
  tell(nameOf(article) + ', ' + (row ? captionOf(row) + ': ' + valueOf(row)
    : use.field.replace(/_/g, ' ')) + (found.length > 1 ? ' (of ' + found.length + ' uses)' : ''));
};

// The grid has one stop of the Tab key; arrow keys move inside it.
const focusCell = cell => {
  for (const before of all('td[tabindex="0"]', cell.closest('table'))) before.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
};
const beside = (cell, step) => {
  let next = cell;
  do next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
  while (next && next.matches('td:not([id])'));
  return next && next.matches('td[id]') ? next : null;
};
const columnOf = cell => Number(cell.id.split('-')[3]);
const above = (cell, step) => {
  let row = cell.parentElement;
  for (;;) {
    row = step > 0 ? row.nextElementSibling : row.previousElementSibling;
    if (!row) return null;
    const options = all('td[id]', row);
    if (!options.length) continue;
    return options.reduce((best, each) =>
      Math.abs(columnOf(each) - columnOf(cell)) < Math.abs(columnOf(best) - columnOf(cell))
        ? each : best);
  }
};
for (const grid of all('table[role=grid]')) {
  const first = one('td[data-r]', grid) || one('td[id]', grid);
  if (first) first.tabIndex = 0;
  grid.addEventListener('click', event => {
    const cell = event.target.closest('td[id]');
    if (!cell) return;
    focusCell(cell);
    showRecord(cell);
  });
  grid.addEventListener('keydown', event => {
    const cell = event.target.closest('td[id]');
    if (!cell) return;
    const moves = { ArrowRight: () => beside(cell, 1), ArrowLeft: () => beside(cell, -1),
      ArrowDown: () => above(cell, 1), ArrowUp: () => above(cell, -1) };
    if (moves[event.key]) {
      event.preventDefault();
      const next = moves[event.key]();
      if (next) focusCell(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      showRecord(cell);
    }
  });
}
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  clear();
  tell('Nothing is chosen');
});

one('#beside').addEventListener('click', event => {
  const go = event.target.closest('button.go');
  if (!go) return;
  if (go.dataset.c) {
    clear();
    const found = go.dataset.c.split(' ').map(id => document.getElementById(id)).filter(Boolean);
    for (const cell of found) cell.classList.add('at');
    if (found.length) see(found[0], 'center');
    tell(go.textContent + ' is marked in the source');
  } else if (go.dataset.t) {
    const article = document.getElementById(go.dataset.t);
    openTab('records');
    article.hidden = false;
    showCells(article);
    see(article, 'start');
    article.focus({ preventScroll: true });
  } else {
    showCells(go.closest('article'), go.dataset.f);
  }
});

// The key picks out cells of one kind.
for (const kind of all('.key button')) {
  kind.addEventListener('click', () => {
    const on = kind.getAttribute('aria-pressed') !== 'true';
    for (const other of all('.key button')) other.setAttribute('aria-pressed', false);
    kind.setAttribute('aria-pressed', on);
    for (const cell of all('td.lit')) cell.classList.remove('lit');
    one('#source').classList.toggle('dim', on);
    if (!on) return tell('All cells are shown alike');
    const found = all('#source td.' + kind.dataset.kind);
    for (const cell of found) cell.classList.add('lit');
    if (found.length) see(found[0], 'center');
    tell(found.length + (found.length === 1 ? ' cell' : ' cells') + ' of this kind stand out');
  });
}

// Filters: words, and for findings a severity.
const filter = (box, items, noun, extra) => {
  const words = one(box + ' input');
  const count = one(box + ' output');
  const apply = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of all(items)) {
      const text = item.textContent.toLowerCase();
      item.hidden = !(wanted.every(word => text.includes(word)) && extra(item));
      if (!item.hidden) ++shown;
    }
    count.textContent = shown + ' of ' + all(items).length + ' ' + noun;
  };
  words.addEventListener('input', apply);
  return apply;
};
if (one('#find-record')) filter('#find-record', '#records article', 'records', () => true);
if (one('#find-finding')) {
  const buttons = all('#find-finding button');
  const apply = filter('#find-finding', '#list tbody tr', 'findings', row => {
    const pressed = buttons.filter(each => each.getAttribute('aria-pressed') === 'true');
    return !pressed.length || pressed.some(each => each.dataset.s === row.dataset.s);
  });
  for (const button of buttons) {
    button.addEventListener('click', () => {
      button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') !== 'true');
      apply();
    });
  }
}
openTab('records');
})();
)js";

}  // namespace

std::string_view page_script() {
    return k_script;
}

}  // namespace tidytracker::review
