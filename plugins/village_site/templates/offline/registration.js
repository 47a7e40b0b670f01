{# Asks the browser for the worker; where there is none, or it is refused, the page is complete without.

   The worker takes over a first page late, and has not seen it come: so it is told that it may keep it. A page
   that begins with the worker's note is a saved copy: it asks for a newer one now, when there is a net again, and
   every ten seconds, for a phone that says it has a net may not have one that answers. Nothing here is newer than ECMAScript 5. #}
(function () {
  'use strict';
  var workers = navigator.serviceWorker;
  var note = document.getElementById('vs-saved');
  if (!workers) return;
  function say() {
    if (workers.controller) workers.controller.postMessage(note && note.getAttribute('data-mark'));
  }
  workers.oncontrollerchange = say;
  workers.register(document.currentScript.getAttribute('data-sw'), { updateViaCache: 'none' }).catch(function () {});
  if (!note) return;
  var asking = setInterval(say, 10000);
  workers.onmessage = function (event) {
    clearInterval(asking);
    if (event.data === 'newer') location.reload();
    else note.hidden = true;
  };
  addEventListener('online', say);
  say();
}());
