import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const shots = JSON.parse(process.argv[2]);
for (const [path, out, w, h, dark, wait, click, pause] of shots) {
  const p = await b.newPage({ viewport: { width: w, height: h }, colorScheme: dark ? 'dark' : 'light', locale: 'en-GB' });
  p.on('console', m => m.type()==='error' && console.log('C', path, m.text().slice(0,400)));
  p.on('pageerror', e => console.log('E', path, e.stack.slice(0,700)));
  const t = Date.now();
  await p.goto('http://127.0.0.1:4173' + path);
  await p.waitForSelector(wait || '[data-answer]', { timeout: 45000 }).catch(() => console.log('no', path, wait));
  console.log(path, Date.now() - t);
  if (click) await p.click(click, { timeout: 45000 }).catch(e => console.log('noclick', e.message.slice(0,200)));
  await p.waitForTimeout(pause || 600);
  await p.screenshot({ path: out, fullPage: true });
  await p.close();
}
await b.close();
