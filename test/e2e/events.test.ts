/**
 * Clips become an event, the event an action on a time line, and what its sources say evidence, in which two papers with
 * one wire report are one witness. In Chromium by clicks and keys, the heart of it in Firefox, too.
 */
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../../lib/messages/messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { hasFirefox, launchFirefox, type RunningFirefox } from './firefox.ts';
import { bar, button, digestOn, LONG, press, waitForText } from './on-page.ts';
import { COPY, FIRST, OWN, startWireSite, type Report } from './wire-site.ts';

const words = messages.events;
const SAVE = `${messages.common.save} ↵`;
const AIR_SHARE = 'air-14 share';

let site: Awaited<ReturnType<typeof startWireSite>>;
beforeAll(async () => {
  site = await startWireSite();
});
afterAll(() => site.close());

const retype = async (page: Page, selector: string, text: string) => {
  await page.waitForSelector(selector, { timeout: LONG });
  await page.focus(selector);
  await page.keyboard.down('Control');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
};
const gone = (page: Page, selector: string) =>
  page.waitForFunction((what) => !document.querySelector(what), { timeout: LONG }, selector);
const lists = (page: Page, title: string, isThere = true) =>
  page.waitForFunction(
    (wanted, is) =>
      [...document.querySelectorAll('.list button.row .title')].some(
        (each) => each.textContent === wanted,
      ) === is,
    { timeout: LONG },
    title,
    isThere,
  );
const heading = (page: Page, title: string) =>
  page.waitForFunction(
    (wanted) => document.querySelector('.reader h1')?.textContent === wanted,
    { timeout: LONG },
    title,
  );
const goTo = (page: Page, hash: string) => page.evaluate((to) => (location.hash = to), hash);
/** What has the focus, by its words or its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim();
  });

describe('in Chromium', () => {
  let chromium: RunningChromium;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium();
    for (const report of [FIRST, COPY, OWN]) await clip(report);
    page = await chromium.openDashboard('#/library');
    await waitForText(page, FIRST.title);
  });
  afterAll(() => chromium.close());

  async function clip(report: Report) {
    const article = await chromium.newPage();
    await article.goto(site.origin + report.path);
    await article.evaluate((passage) => {
      const text = [...document.querySelectorAll('p')]
        .map((paragraph) => paragraph.firstChild as Text)
        .find(({ data }) => data.includes(passage))!;
      const at = text.data.indexOf(passage);
      getSelection()!.setBaseAndExtent(text, at, text, at + passage.length);
    }, report.passage);
    const popup = await chromium.clickAction(article);
    await waitForText(popup, report.passage);
    await popup.keyboard.press('Enter');
    await waitForText(popup, messages.popup.saved);
    await article.close();
  }

  /** Pressed once it stands still. */
  const pressAt = (xpath: string) => page.locator(`::-p-xpath(${xpath})`).setTimeout(LONG).click();
  const choose = async (title: string) => {
    const box = `//li[.//*[contains(@class, "title") and .="${title}"]]//input[@type="checkbox"]`;
    await pressAt(box);
    const now = await page.waitForSelector(`::-p-xpath(${box})`);
    await page.waitForFunction((its) => (its as HTMLInputElement).checked, {}, now);
  };
  const openClip = async (title: string) => {
    await goTo(page, '#/library');
    await pressAt(`//button[@data-clip][.//*[contains(@class, "title") and .="${title}"]]`);
    await heading(page, title);
  };

  it('makes an event of two clips that are chosen, named and dated after the earlier one', async () => {
    await choose(COPY.title);
    await choose(FIRST.title);
    await press(page, words.ofClip.bulk);
    await press(page, words.ofClip.makeOfThese, '//dialog');
    await heading(page, FIRST.title);
    await waitForText(page, '25 November 2019');
    await waitForText(page, words.made(2));
  });

  it('counts the two as one, for they print one wire report; a third that was there itself is a second', async () => {
    await waitForText(page, words.sources.copies(2, 2, 1));
    await press(page, words.sources.add);
    const third = await page.waitForSelector(
      `::-p-xpath(//dialog//button[contains(., "${OWN.title}")])`,
    );
    await (third as ElementHandle).click();
    await waitForText(page, words.sources.copies(3, 2, 2));
  });

  it('is found again from each of its clips', async () => {
    await openClip(OWN.title);
    const event = await page.waitForSelector(`[aria-label="${words.ofClip.open(FIRST.title)}"]`);
    await (event as ElementHandle).click();
    await heading(page, FIRST.title);
  });

  it('is worked out in its form; what does not hold is said beside it', async () => {
    await press(page, words.edit);
    await retype(page, '[data-field=title]', 'Ground crews back the postal strike');
    await page.select('[data-field=kind]', 'sympathyStrike');
    await page.select('[data-field=campaign]', 'posti-2019');
    await retype(page, '[data-field=begin]', 'one Monday');
    await retype(page, '[data-field=end]', '26.11.2019');
    await retype(page, '[data-field=target]', 'Posti');
    await press(page, words.form.addActor);
    await page.keyboard.type('Ground crews');
    const sectors = await page.waitForSelector(`[aria-label="${words.form.sectors}"]`);
    await sectors!.type('air transport');
    await page.keyboard.press('Enter');
    for (const [size, who] of [
      ['5,000', 'the union'],
      ['2,000', 'the police'],
    ]) {
      await press(page, words.form.addClaim);
      await page.keyboard.type(size);
      if (who === 'the union') {
        await page.keyboard.press('Tab');
        await page.keyboard.type('people');
      } else {
        // The second counts what the first did.
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Tab');
      await page.keyboard.type(who);
    }
    await press(page, SAVE);
    await waitForText(page, words.problems.notADate);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe(
      'begin',
    );
    await retype(page, '[data-field=begin]', '25 November 2019');
    await page.keyboard.press('Enter');
    await heading(page, 'Ground crews back the postal strike');
    await waitForText(page, words.sentence.sympathyStrike('Ground crews', 'Posti'));
    await waitForText(page, words.claims.apart('2.5'));
    expect(
      await page.$$eval('.reader .claimant', (them) => them.map((each) => each.textContent)),
    ).toEqual(['the union', 'the police']);
  });

  it('keeps what is typed over a reload, and lets it go when told to', async () => {
    await press(page, words.edit);
    await retype(page, '[data-field=outcome]', 'Settled two days later');
    await page.reload();
    await heading(page, 'Ground crews back the postal strike');
    await press(page, words.edit);
    await waitForText(page, messages.library.draftRestored);
    expect(
      await page.$eval('[data-field=outcome]', (area) => (area as HTMLTextAreaElement).value),
    ).toBe('Settled two days later');
    await press(page, messages.library.dropDraft);
    await gone(page, '.reader form');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain('Settled two days');
  });

  it('is not written over by another window', async () => {
    const other = await chromium.newPage();
    await other.goto(page.url());
    await press(other, words.edit);
    await retype(other, '[data-field=outcome]', 'Theirs');
    await page.bringToFront();
    await press(page, words.edit);
    await retype(page, '[data-field=outcome]', 'Mine');
    await other.bringToFront();
    await press(other, SAVE);
    await waitForText(other, words.saved);
    await other.close();
    await page.bringToFront();
    await press(page, SAVE);
    await waitForText(page, words.conflict.title);
    await press(page, messages.library.changedElsewhere.takeTheirs);
    await gone(page, '.reader form');
    await waitForText(page, 'Theirs');
  });

  it('stands on the time line: what it becomes is shown, the studio opens there, and undo takes it back', async () => {
    await press(page, words.line.open);
    await waitForText(page, words.line.when.exact('25 November 2019', words.line.day(14)));
    await waitForText(page, 'Sympathy strike, air transport, day 14 to 15, 2 days');
    await press(page, words.line.put);
    await page.waitForFunction(() => location.hash === '#/what-if/posti-2019', { timeout: LONG });
    await waitForText(
      page,
      words.line.added(
        'Sympathy strike, air transport, day 14 to 15, 2 days',
        'Posti, Finland 2019',
      ),
    );
    await page.waitForFunction(
      () => document.querySelector('aside h2')?.textContent === 'Ground crews',
      { timeout: LONG },
    );
    const digest = await digestOn(page);
    const bars = () => page.$$eval('[role=slider]', (all) => all.length);
    const together = await bars();
    await press(page, messages.common.undo);
    expect(await digestOn(page, digest)).not.toBe(digest);
    expect(await bars()).toBe(together - 1);
  });

  it('gives what a source claims to the evidence dialog, where the units fit', async () => {
    await goTo(page, '#/events');
    const row = await page.waitForSelector('[data-event]');
    await row!.click();
    await press(page, words.edit);
    // By key: it may stand behind the buttons at the form's foot, and the focus brings it out.
    await page.focus('[data-add-claim]');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.activeElement?.matches('fieldset:last-of-type input'),
    );
    await page.keyboard.type('70–80');
    await page.keyboard.press('Tab');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyA');
    await page.keyboard.up('Control');
    await page.keyboard.type('% of departures');
    await page.keyboard.press('Tab');
    await page.keyboard.type('our reporter');
    const places = (await page.$$('fieldset[data-claim] .where select')).at(-1)!;
    const passage = await places.evaluate(
      (select, text) =>
        [...(select as HTMLSelectElement).options].find((option) => option.text.includes(text))!
          .value,
      OWN.passage,
    );
    await places.select(passage);
    await waitForText(page, `${OWN.siteName}: “${OWN.passage}”`);
    await press(page, SAVE);
    const use = await page.waitForSelector(
      `[aria-label="${words.claims.evidenceOf('70–80', '% of departures', 'our reporter')}"]`,
    );
    await (use as ElementHandle).click();
    const which = await page.waitForSelector('dialog form select');
    await which!.select(AIR_SHARE);
    await waitForText(page, words.evidence.fromClaim('70–80 % of departures'));
    expect(
      await page.$$eval('dialog form input[type=text]', (boxes) =>
        boxes.map((box) => (box as HTMLInputElement).value),
      ),
    ).toEqual(['70%', '80%']);
    expect(
      await page.$eval('dialog input[value=claim]', (box) => (box as HTMLInputElement).checked),
    ).toBe(true);
    await page.keyboard.press('Escape');
    await gone(page, 'dialog');
  });

  it('says plainly where an event is no action, and asks for a day that it cannot know', async () => {
    await goTo(page, '#/events');
    await press(page, words.newEvent);
    await retype(page, '[data-field=title]', 'They settle');
    await page.select('[data-field=kind]', 'settlement');
    await press(page, SAVE);
    await heading(page, 'They settle');
    await press(page, words.line.open);
    await waitForText(page, words.line.noAction.settlement);
    await press(page, words.line.editFirst);
    await page.select('[data-field=kind]', 'boycott');
    await press(page, SAVE);
    await waitForText(page, messages.kinds.names.boycott);
    await press(page, words.line.open);
    await waitForText(page, words.line.when.undated);
    await waitForText(page, words.line.previewWaits);
    const box = await page.waitForSelector('dialog input[type=number]');
    await box!.type('3');
    await waitForText(page, 'Boycott, from day 3 to the end');
    await page.keyboard.press('Escape');
    await gone(page, 'dialog');
  });

  /** Ties the clip's passage to the share of air transport, and goes to that number. */
  async function tie(title: string): Promise<void> {
    await openClip(title);
    await press(page, messages.library.useEvidence);
    const which = await page.waitForSelector('dialog form select');
    await which!.select(AIR_SHARE);
    await press(page, messages.numbers.evidence.save);
    await press(page, messages.evidence.see);
    await (await bar(page, 'air-14')).focus();
    await page.keyboard.press('Enter');
  }
  const shareShown = () =>
    page.evaluate(() => {
      const text = document.querySelector('aside section')!.textContent ?? '';
      return (/→ [^–]+–[^)]*\)/.exec(text.replace(/\s+/g, ' ')) ?? [''])[0];
    });

  it('pools evidence: two copies move the number as one does, a second witness moves it on', async () => {
    await tie(FIRST.title);
    await waitForText(page, messages.numbers.clips(1));
    const one = await shareShown();
    expect(one).toMatch(/→ \d+/);
    await tie(COPY.title);
    await waitForText(page, messages.numbers.clips(2));
    expect(await shareShown()).toBe(one);
    await press(page, messages.numbers.clips(2));
    await waitForText(page, words.evidence.counted(2, 1));
    await page.keyboard.press('Escape');
    await tie(OWN.title);
    await waitForText(page, messages.numbers.clips(3));
    expect(await shareShown()).not.toBe(one);
  });

  it('lists the numbers that rest on what it claims, leads to them, and says so before it goes', async () => {
    const title = 'Ground crews back the postal strike';
    const open = async () => {
      await goTo(page, '#/events');
      const row = await page.waitForSelector(
        `::-p-xpath(//button[@data-event][.//*[contains(@class, "title") and .="${title}"]])`,
      );
      await (row as ElementHandle).click();
      await heading(page, title);
    };
    const selectedName = () => page.$eval('aside h2', (it) => it.textContent);
    const inTheAir = await selectedName();
    await (await bar(page, 'land-14')).focus();
    await page.keyboard.press('Enter');
    await expect.poll(selectedName).not.toBe(inTheAir);
    await open();
    await waitForText(page, words.numbers.heading);
    const resting = '::-p-xpath(//section[h2[.="' + words.numbers.heading + '"]]//li)';
    const [line, ...others] = await page.$$(resting);
    expect(others).toEqual([]);
    const said = await line!.evaluate((item) => (item as HTMLElement).innerText);
    expect(said).toContain('Posti, Finland 2019');
    expect(said).toContain('“70–80 % of departures” is read as');
    await (await line!.$('button'))!.click();
    await page.waitForFunction(() => location.hash === '#/what-if/posti-2019', { timeout: LONG });
    await page.waitForFunction(
      (name) => document.querySelector('aside h2')?.textContent === name,
      { timeout: LONG },
      inTheAir,
    );

    await open();
    await waitForText(page, words.numbers.heading);
    await press(page, words.delete);
    await page.waitForSelector(`::-p-xpath(//dialog[.//h2[.="${words.numbers.trashTitle}"]])`);
    await waitForText(page, words.numbers.trashWarning(1));
    await page.keyboard.press('Escape');
    await gone(page, 'dialog');
    await heading(page, title);
    await press(page, words.delete);
    await press(page, words.numbers.trashAnyway, '//dialog');
    await lists(page, title, false);
    await press(page, messages.common.undo);
    await lists(page, title);
  });

  it('goes into the trash and comes back, by its notice and from the trash', async () => {
    await goTo(page, '#/events');
    const title = 'They settle';
    const open = async () => {
      const row = await page.waitForSelector(
        `::-p-xpath(//button[@data-event][.//*[contains(@class, "title") and .="${title}"]])`,
      );
      await (row as ElementHandle).click();
      await heading(page, title);
    };
    await open();
    await press(page, words.delete);
    await lists(page, title, false);
    await press(page, messages.common.undo);
    await lists(page, title);
    await open();
    await press(page, words.delete);
    await press(page, messages.library.trashCount(1));
    await lists(page, title);
    await page.click('.list li > .button');
    await lists(page, title, false);
    await press(page, words.backToEvents);
    await lists(page, title);
  });

  it('can be made, claimed, saved, read and thrown away with the keyboard alone', async () => {
    await goTo(page, '#/library');
    await goTo(page, '#/events');
    await button(page, words.newEvent);
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 60; presses++) {
        if ((await focused(page)).startsWith(name)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`never reached: ${name}`);
    };
    await page.evaluate(() => document.getElementById('content')!.focus());
    await tabTo(words.newEvent);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.reader form');
    await page.waitForFunction(
      () => document.activeElement?.getAttribute('data-field') === 'title',
    );
    await page.keyboard.type('Typed from end to end');
    await page.keyboard.press('Tab');
    // A kind by its first letters, as in every list.
    await page.keyboard.type('Boy');
    await tabTo(words.form.addActor);
    await page.keyboard.press('Enter');
    await page.keyboard.type('Customers');
    await tabTo(words.form.addClaim);
    await page.keyboard.press('Enter');
    await page.keyboard.type('1,000');
    await page.keyboard.press('Tab');
    await page.keyboard.type('customers');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await heading(page, 'Typed from end to end');
    await waitForText(page, words.sentence.boycott('Customers', ''));
    await page.waitForFunction(() => document.activeElement?.matches('.reader h1'));
    await tabTo(words.delete);
    await page.keyboard.press('Enter');
    await lists(page, 'Typed from end to end', false);
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyZ');
    await page.keyboard.up('Control');
    await lists(page, 'Typed from end to end');
  });

  it('is erased for good with the trash, once its user has said so', async () => {
    const title = 'Typed from end to end';
    const row = await page.waitForSelector(
      `::-p-xpath(//button[@data-event][.//*[contains(@class, "title") and .="${title}"]])`,
    );
    await (row as ElementHandle).click();
    await heading(page, title);
    await press(page, words.delete);
    await press(page, messages.library.trashCount(1));
    await lists(page, title);
    await press(page, words.emptyTrash.button);
    await waitForText(page, words.emptyTrash.what(1));
    await page.keyboard.press('Escape');
    await gone(page, 'dialog');
    await lists(page, title);
    await press(page, words.emptyTrash.button);
    await press(page, words.emptyTrash.erase, '//dialog');
    await waitForText(page, words.emptyTrash.done(1));
    await lists(page, title, false);
    await page.reload();
    await lists(page, 'Ground crews back the postal strike');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(
      messages.library.trashCount(1),
    );
  });

  it('left no error and no refusal by the policy behind', () => {
    expect(chromium.problems).toEqual([]);
  });
});

describe.skipIf(!hasFirefox)('in Firefox', () => {
  let firefox: RunningFirefox;
  beforeAll(async () => {
    firefox = await launchFirefox();
  });
  afterAll(() => firefox.close());

  const click = (name: string) =>
    firefox.waitFor(
      `const found = [...document.querySelectorAll('button')].find((button) =>
         button.textContent.replace(/\\s+/g, ' ').trim() === arguments[0] && !button.disabled && button.checkVisibility());
       found?.click();
       return Boolean(found);`,
      [name],
      LONG,
    );
  const shows = (text: string) =>
    firefox.waitFor(`return document.body.innerText.includes(arguments[0])`, [text], LONG);

  it('makes an event of two copies, counts them as one, and puts it on the time line', async () => {
    for (const report of [FIRST, COPY]) {
      await firefox.open(site.origin + report.path);
      await firefox.clickAction();
      await firefox.waitForInPopup(
        `return document.querySelector('[data-field=title]')?.value === arguments[0]`,
        [report.title],
      );
      await firefox.evaluateInPopup(
        `[...document.querySelectorAll('button')].find((button) => button.innerText.startsWith(arguments[0])).click()`,
        messages.common.save,
      );
      await firefox.waitForInPopup(`return document.body.innerText.includes(arguments[0])`, [
        messages.popup.saved,
      ]);
      await firefox.closePopup();
    }
    await firefox.openDashboard('#/library');
    await shows(COPY.title);
    await firefox.evaluate(
      `for (const box of document.querySelectorAll('main li input[type=checkbox]')) box.click()`,
    );
    await click(words.ofClip.bulk);
    await click(words.ofClip.makeOfThese);
    await shows(words.sources.copies(2, 2, 1));
    await click(words.edit);
    await firefox.waitFor(
      `const kind = document.querySelector('[data-field=kind]');
       if (!kind) return false;
       kind.value = 'handlingBan';
       kind.dispatchEvent(new Event('change', { bubbles: true }));
       return true;`,
    );
    await click(SAVE);
    await click(words.line.open);
    await shows('Handling ban, from day 14 to the end');
    await click(words.line.put);
    await firefox.waitFor(`return location.hash === '#/what-if/posti-2019'`);
    await shows(words.line.added('Handling ban, from day 14 to the end', 'Posti, Finland 2019'));
    expect(await firefox.problems()).toEqual([]);
  });
});
