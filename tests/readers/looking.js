/* What a reader can see and tap on an open page. Tests put it into pages as `looking`. */
const looking = (function () {
  'use strict';

  /* WCAG 2.2, 2.5.5 (48 px as Material and Lighthouse have it, not 44), but for links within a sentence. */
  const SIZE = 48;

  function isSeen(element) {
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible' || Number(style.opacity) === 0) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && !element.closest('[inert]');
  }

  function says(element) {
    const words = element.textContent.replace(/\s+/g, ' ').trim().slice(0, 60);
    const name = element.id ? '#' + element.id : '';
    return `<${element.localName}${name}> ${words}`;
  }

  /* Words of the same line around a link; a link that stands alone has none. */
  function isInASentence(link) {
    if (link.localName !== 'a' || getComputedStyle(link).display !== 'inline') return false;
    const around = link.closest('p, li, dd, td, th, figcaption, summary, blockquote');
    if (!around) return false;
    const others = around.cloneNode(true);
    others.querySelectorAll('a').forEach(function (one) { one.remove(); });
    return /\p{L}/u.test(others.textContent);
  }

  function smallTargets() {
    const all = document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, label[for]');
    return Array.from(all).filter(function (one) {
      if (!isSeen(one) || isInASentence(one)) return false;
      if (one.localName === 'label' && one.control && one.control.type !== 'checkbox') return false;
      const box = one.getBoundingClientRect();
      return box.width < SIZE - 0.5 || box.height < SIZE - 0.5;
    }).map(function (one) {
      const box = one.getBoundingClientRect();
      return `${Math.round(box.width)}×${Math.round(box.height)} ${says(one)}`;
    });
  }

  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || /^(script|style|template|noscript)$/.test(element.localName)) continue;
      if (element.closest('svg title, svg desc, template')) continue;
      if (isSeen(element)) found.push(node);
    }
    return found;
  }

  function parts(colour) {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  }

  function over(top, below) {
    const mix = (one, other) => one * top.alpha + other * (1 - top.alpha);
    return { red: mix(top.red, below.red), green: mix(top.green, below.green), blue: mix(top.blue, below.blue), alpha: 1 };
  }

  function ground(element) {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      layers.push(parts(getComputedStyle(one).backgroundColor));
    }
    const dark = getComputedStyle(document.documentElement).colorScheme.includes('dark') &&
      matchMedia('(prefers-color-scheme: dark)').matches;
    const canvas = dark ? { red: 18, green: 18, blue: 18, alpha: 1 } : { red: 255, green: 255, blue: 255, alpha: 1 };
    return layers.reduceRight((below, top) => over(top, below), canvas);
  }

  function luminance({ red, green, blue }) {
    const [r, g, b] = [red, green, blue].map(function (part) {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /* Text whose contrast (WCAG 2) with what is behind it is less than `least`. */
  function faintTexts(least) {
    const found = new Set();
    texts().forEach(function (node) {
      const element = node.parentElement;
      const inDrawing = element.closest('svg');
      const behind = ground(element);
      const style = getComputedStyle(element);
      const colour = over(parts(inDrawing ? style.fill : style.color), behind);
      const [low, high] = [luminance(colour), luminance(behind)].sort((one, other) => one - other);
      const ratio = (high + 0.05) / (low + 0.05);
      if (ratio < least) found.add(`${ratio.toFixed(2)} ${says(element)}`);
    });
    return Array.from(found);
  }

  /* What cannot be read whole: text beyond the edge of the window, cut off by a box, or over other text. */
  function lostTexts() {
    const wide = document.documentElement.clientWidth;
    const found = [];
    const boxes = [];
    if (document.documentElement.scrollWidth > wide) found.push(`scrolls ${document.documentElement.scrollWidth}`);
    texts().forEach(function (node) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const element = node.parentElement;
      for (const box of range.getClientRects()) {
        if (box.width < 2 || box.height < 2) continue;
        if (box.left < -1 || box.right > wide + 1) found.push(`outside ${says(element)}`);
        for (let one = element; one !== document.body; one = one.parentElement) {
          const style = getComputedStyle(one);
          if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
          if (/auto|scroll/.test(style.overflowX)) break;
          const edge = one.getBoundingClientRect();
          if (box.right > edge.right + 2 || box.bottom > edge.bottom + 2) found.push(`cut off ${says(element)}`);
        }
        /* The middle of a line, which leads of 1.1 and more keep apart. */
        boxes.push({ left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.3,
          bottom: box.bottom - box.height * 0.3, element: element });
      }
    });
    boxes.sort((one, other) => one.top - other.top);
    boxes.forEach(function (one, at) {
      for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
        const other = boxes[next];
        if (other.left < one.right && other.right > one.left) {
          found.push(`over each other: ${says(one.element)} / ${says(other.element)}`);
        }
      }
    });
    return Array.from(new Set(found));
  }

  /* Everything that a tap shows, shown. */
  function openAll() {
    document.querySelectorAll('details').forEach(function (one) { one.open = true; });
  }

  /* Without the rows of long tables that are like those before them; an audit looks at all. */
  function shorten(rows) {
    document.querySelectorAll(`tbody > tr:nth-child(n + ${rows + 1})`).forEach(function (one) { one.remove(); });
  }

  /* What the finder and the search say one at a time, all at once: as in the prepared texts. */
  function sayAll(where) {
    document.querySelectorAll('template').forEach(function (one) {
      where.appendChild(document.importNode(one.content, true));
    });
  }

  /* What is seen on paper, with its colour and ground. */
  function printed() {
    return texts().map(function (node) {
      const behind = ground(node.parentElement);
      const style = getComputedStyle(node.parentElement);
      return { text: node.data.trim(), colour: style.color, ground: `${behind.red},${behind.green},${behind.blue}` };
    });
  }

  return { smallTargets, faintTexts, lostTexts, openAll, shorten, sayAll, printed };
}());
