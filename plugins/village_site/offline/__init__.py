"""Pages that open without a net: a service worker keeps what was read, and what a village needs in danger.

`templates/offline/worker.js` is the worker; it stands at the site's root as `sw.js` and knows no list of
pages. Every page asks the browser for it with the same few lines (`registration`), and works as well where
there is none: in many in-app browsers, over plain http, or with scripts off. `write.write_offline` writes all
that the site's root needs; `retiring_worker` is what a site leaves behind that goes away.
"""

from village_site.offline.registration import needs, registration, registration_script
from village_site.offline.worker import WORKER, retiring_worker

__all__ = ["WORKER", "needs", "registration", "registration_script", "retiring_worker"]
