// Opens pages in Chromium as different readers would, and tells what it saw as JSON.
'use strict';
const fs = require('fs');
const path = require('path');
const { pathToFileURL } = require('url');
const { createRequire } = require('module');

const [home, browserPath, folder, ...pages] = process.argv.slice(2);
const load = createRequire(path.join(home, 'package.json'));
const { chromium } = load('playwright-core');
const axe = fs.readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const readers = [
  { name: 'light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'narrow', width: 320, height: 640, colorScheme: 'light' },
  { name: 'narrow-dark', width: 320, height: 640, colorScheme: 'dark' },
];

// Runs in the page: where the parts stand, and whether HTML and XML read the same from the file.
const measure = () => {
  const box = selector => {
    const found = document.querySelector(selector)?.getBoundingClientRect();
    return found && { left: found.left, top: found.top, right: found.right, bottom: found.bottom };
  };
  const outline = root => Array.from(root.querySelectorAll('body *'), element => element.localName).join(' ');
  const letters = document.createElement('canvas').getContext('2d');
  const widths = ['serif', 'sans', 'mono'].map(family => {
    letters.font = `100px ${getComputedStyle(document.documentElement).getPropertyValue(`--${family}`)}`;
    return letters.measureText('Non-compliant as of 2026').width.toFixed(1);
  });
  const xml = new DOMParser().parseFromString(new XMLSerializer().serializeToString(document), 'application/xhtml+xml');
  return {
    scrollWidth: document.documentElement.scrollWidth,
    verdict: box('h1'), panel: box('.verdict'), counts: box('.counts'), found: box('.found'), manifest: box('.manifest'),
    fonts: widths.join(' '), outline: outline(document), asXml: outline(xml),
  };
};

const focus = () => {
  const at = document.activeElement;
  return { href: at.getAttribute('href'), outline: getComputedStyle(at).outlineStyle, left: at.getBoundingClientRect().left };
};

async function look(browser, file, reader) {
  const page = await browser.newPage({ viewport: { width: reader.width, height: reader.height }, colorScheme: reader.colorScheme });
  const asked = [];
  page.on('request', request => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await page.goto(address);
  const name = `${path.basename(file, '.html')}-${reader.name}`;
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  const seen = await page.evaluate(measure);
  await page.keyboard.press('Tab');
  seen.focus = await page.evaluate(focus);
  await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
  seen.scrollWidthUnfolded = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.evaluate(axe);
  const result = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  seen.violations = result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`));
  seen.passes = result.passes.map(rule => rule.id);
  seen.asked = asked.filter(url => url !== address);
  if (reader.name === 'light') {
    seen.tree = await page.locator('body').ariaSnapshot();
    seen.pages = ((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
  }
  await page.close();
  return [name, seen];
}

// The mean difference of two pictures of the same size, from 0 to 255, when both are seen from so far that letters blur.
async function compare(browser, one, other) {
  const page = await browser.newPage();
  const difference = await page.evaluate(async pictures => {
    const [columns, rows] = [64, 45];
    const blurred = await Promise.all(pictures.map(async picture => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const context = Object.assign(document.createElement('canvas'), { width: columns, height: rows }).getContext('2d');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, columns, rows);
      return context.getImageData(0, 0, columns, rows).data;
    }));
    return blurred[0].reduce((sum, value, index) => sum + Math.abs(value - blurred[1][index]), 0) / (columns * rows * 3);
  }, [one, other].map(file => fs.readFileSync(file).toString('base64')));
  await page.close();
  return difference;
}

(async () => {
  const browser = await chromium.launch({ executablePath: browserPath, args: flags });
  try {
    const seen = {};
    for (const file of pages) {
      for (const reader of readers) {
        const [name, what] = await look(browser, file, reader);
        const agreed = path.join(__dirname, `${name}.png`);
        what.difference = fs.existsSync(agreed) ? await compare(browser, agreed, path.join(folder, `${name}.png`)) : null;
        seen[name] = what;
      }
    }
    process.stdout.write(JSON.stringify(seen));
  } finally {
    await browser.close();
  }
})().catch(error => { process.stderr.write(String(error.stack)); process.exit(1); });
