{# Shows a notice from its first to its last second, whenever its page is read and however long it stays open. #}
(function () {
  'use strict';
  function look() {
    var now = Date.now();
    document.querySelectorAll('[data-until]').forEach(function (notice) {
      notice.hidden = now < Date.parse(notice.dataset.since) || now > Date.parse(notice.dataset.until);
    });
  }
  look();
  setInterval(look, 20000);
  addEventListener('pageshow', look);
}());
