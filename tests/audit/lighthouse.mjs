/* Lighthouse on a list of pages, one line of JSON for each.
   usage: node lighthouse.mjs CHROME URL...

   Each page is loaded once, on a simulated mid-range phone; how long it takes on a slower net is simulated from
   the same recording. */
import * as chromeLauncher from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { LargestContentfulPaint } from 'lighthouse/core/computed/metrics/largest-contentful-paint.js';

/* As WebPageTest's profile of this name. */
const SLOW_3G = { rttMs: 400, throughputKbps: 400, cpuSlowdownMultiplier: 4 };
const QUIET = ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-gpu', '--disable-quic',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function paintedOnSlowNet(artifacts, settings) {
  const data = {
    trace: artifacts.Trace,
    devtoolsLog: artifacts.DevtoolsLog,
    gatherContext: artifacts.GatherContext,
    settings: { ...settings, throttlingMethod: 'simulate', throttling: { ...settings.throttling, ...SLOW_3G } },
    URL: artifacts.URL,
    SourceMaps: artifacts.SourceMaps,
    simulator: null,
  };
  return (await LargestContentfulPaint.request(data, { computedCache: new Map() })).timing;
}

async function look(url, port) {
  const { lhr, artifacts } = await lighthouse(url, {
    port,
    logLevel: 'error',
    disableFullPageScreenshot: true,
    onlyCategories: ['performance', 'accessibility', 'best-practices', 'seo'],
  });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const requests = lhr.audits['network-requests'].details.items;
  const audits = {};
  for (const { id, auditRefs } of Object.values(lhr.categories)) {
    audits[id] = auditRefs.filter((ref) => ref.weight > 0 && lhr.audits[ref.id].score !== null)
      .map((ref) => [ref.id, ref.weight, lhr.audits[ref.id].score]);
  }
  return {
    url,
    audits,
    mobile: lhr.audits['largest-contentful-paint'].numericValue,
    slow: await paintedOnSlowNet(artifacts, lhr.configSettings),
    requests: requests.length,
    bytes: requests.reduce((sum, request) => sum + request.transferSize, 0),
    version: lhr.lighthouseVersion,
  };
}

const [chromePath, ...urls] = process.argv.slice(2);
const chrome = await chromeLauncher.launch({ chromePath, chromeFlags: QUIET, ignoreDefaultFlags: false });
try {
  for (const url of urls) console.log(JSON.stringify(await look(url, chrome.port)));
} finally {
  chrome.kill();
}
