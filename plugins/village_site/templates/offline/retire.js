/* Takes away what the site's worker has kept on a phone, then itself. It stands in the old worker's place, as
   sw.js at the root of a site that has moved or ended; phones find it the next time they open the old address. */
'use strict';
{% include "offline/own.js" %}

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', event => {
  event.waitUntil(
    caches.keys()
      .then(names => Promise.all(names.filter(name => name.startsWith(OWN)).map(name => caches.delete(name))))
      .then(() => self.registration.unregister())
  );
});
