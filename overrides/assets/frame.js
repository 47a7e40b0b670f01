/* The menu and the search box for keys, switches and screen readers.

   Material opens both by labels of hidden checkboxes, which none of these reach. Where this script does not run,
   the menu opens by CSS alone and the search is a link to the light search page. ECMAScript 5, for old phones. */
(function () {
  'use strict';
  var page = document.documentElement;
  var drawer = document.getElementById('__drawer');
  var search = document.getElementById('__search');
  var menu = document.getElementById('vs-menu');
  var panel = document.getElementById('vs-nav');
  var find = document.getElementById('vs-find');
  var query = document.querySelector('[data-md-component="search-query"]');
  var phone = window.matchMedia('(max-width: 59.984375em)');

  function within(box, node) {
    return Boolean(node) && box.contains(node);
  }

  /* A link that does something here is a button, and a button answers to the space bar as well. */
  function button(link, act) {
    link.setAttribute('role', 'button');
    link.addEventListener('click', act);
    link.addEventListener('keydown', function (event) {
      if (event.key !== ' ') return;
      event.preventDefault();
      link.click();
    });
  }

  if (menu && panel) {
    button(menu, function (event) {
      event.preventDefault();
      drawer.click();
    });
    drawer.addEventListener('change', function () {
      menu.setAttribute('aria-expanded', String(drawer.checked));
      if (drawer.checked) panel.focus();
    });
    menu.setAttribute('aria-expanded', 'false');
    document.getElementById('vs-nav-close').addEventListener('click', shut);
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && drawer.checked) shut();
    });
    /* Whoever steps out of the menu is done with it; what lies under it would be hidden. */
    panel.addEventListener('focusout', function (event) {
      if (drawer.checked && event.relatedTarget && !within(panel, event.relatedTarget)) drawer.click();
    });
    /* A part of this very page: the menu makes room for it. */
    panel.addEventListener('click', function (event) {
      if (drawer.checked && event.target.closest('a[href^="#"]')) drawer.click();
    });
  }

  function shut() {
    drawer.click();
    menu.focus();
  }

  if (find && query) {
    button(find, function (event) {
      if (page.className.indexOf('no-js') >= 0) return; /* the theme's script did not start: follow the link */
      event.preventDefault();
      query.focus();
    });
    document.getElementById('vs-find-close').addEventListener('click', function () {
      search.click();
      find.focus();
    });
    search.addEventListener('change', settle);
    phone.addListener(settle); /* addEventListener is newer than some phones */
    settle();
  }

  /* On a phone the closed box is out of sight, so keys pass it by; when it closes they go on from its button. */
  function settle() {
    query.tabIndex = phone.matches && !search.checked ? -1 : 0;
    if (phone.matches && !search.checked && within(query.form.parentNode, document.activeElement)) find.focus();
  }

  /* A box that has nothing to scroll is no stop for the tab key. Looked at as it comes near: of a guide's eighty
     tables most are never seen. */
  if (window.IntersectionObserver) {
    var near = new IntersectionObserver(function (seen) {
      seen.forEach(function (one) {
        var box = one.target;
        if (!one.isIntersecting) return;
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
        else box.removeAttribute('tabindex');
      });
    }, { rootMargin: '50%' });
    [].forEach.call(document.querySelectorAll('.vs-scroll'), function (box) { near.observe(box); });
  }
}());
