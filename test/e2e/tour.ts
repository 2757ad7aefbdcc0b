/**
 * Every place a user comes to in popup and dashboard, one after the other in one profile: with an ordinary clip, with
 * one whose words are as unwieldy as words get, and with evidence tied to a number.
 */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { messages } from '../../lib/messages/messages.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';
import { tourMessages } from '../../lib/messages/tour-messages.ts';
import { launchChromium, type RunningChromium } from './chromium.ts';
import { choose, chooseReplace } from './backup-dialog.ts';
import {
  bar,
  button,
  digestOn,
  LONG,
  openAllDetails,
  press,
  settle,
  waitForText,
} from './on-page.ts';
import { ARTICLE, startSite, type Site } from './site.ts';

export interface Tour {
  chromium: RunningChromium;
  site: Site;
  folder: string;
  colorScheme: 'light' | 'dark';
  /** The page one is on. */
  page: Page;
  close(): Promise<void>;
}

/** Three hundred characters in which nothing may break, and tags of three scripts. */
export const UNWIELDY = {
  title: 'Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas'.repeat(5).slice(0, 300),
  siteName: 'https://uutiset.example/'.concat('tukilakko'.repeat(12)),
  authors: 'Maximiliane-Konstantia von und zu Oberursel-Langenselbold-Wächtersbach',
  tags: ['إضراب تضامني في المطار', 'myötätuntolakkojärjestelytoimikunta', '✊🏽✈️📮'],
  note: 'x'.repeat(400),
};

export async function startTour(colorScheme: 'light' | 'dark'): Promise<Tour> {
  const site = await startSite();
  const chromium = await launchChromium({ colorScheme });
  const folder = mkdtempSync(path.join(tmpdir(), 'clincher-tour-'));
  const page = await chromium.openDashboard('#/library');
  return {
    chromium,
    site,
    folder,
    colorScheme,
    page,
    async close() {
      await chromium.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await page.waitForSelector(selector, { visible: true });
  await page.$eval(
    selector,
    (element, value) => {
      const field = element as HTMLInputElement;
      field.focus();
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    text,
  );
}

async function addTag(page: Page, tag: string): Promise<void> {
  await type(page, '[role=combobox]', tag);
  await page.keyboard.press('Enter');
}

async function fillUnwieldy(page: Page): Promise<void> {
  await type(page, '[data-field=title]', UNWIELDY.title);
  await type(page, '[data-field=siteName]', UNWIELDY.siteName);
  await type(page, '[data-field=authors]', UNWIELDY.authors);
  await type(page, '[data-field=note]', UNWIELDY.note);
  for (const tag of UNWIELDY.tags) await addTag(page, tag);
}

async function goTo(tour: Tour, route: string): Promise<Page> {
  await tour.page.evaluate((hash) => (location.hash = hash), route);
  return tour.page;
}

async function openClip(tour: Tour, title: string): Promise<Page> {
  const page = await goTo(tour, '#/library');
  const row = await page.waitForSelector(
    `::-p-xpath(//button[@data-clip][contains(., "${title}")])`,
  );
  await (row as ElementHandle).click();
  await button(page, messages.library.edit);
  return page;
}

async function openStudio(tour: Tour, campaign: string, action: string): Promise<Page> {
  const page = await goTo(tour, `#/what-if/${campaign}`);
  await (await bar(page, action)).focus();
  await page.keyboard.press('Enter');
  await digestOn(page);
  return page;
}

async function openFile(tour: Tour, text: string): Promise<Page> {
  const { page } = tour;
  const file = path.join(tour.folder, 'from-a-comrade.json');
  writeFileSync(file, text);
  if (!(await page.$('dialog'))) await press(page, messages.share.openButton);
  const input = await page.waitForSelector('dialog input[type=file]');
  await (input as ElementHandle<HTMLInputElement>).uploadFile(file);
  return page;
}

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog'));
}

/** A page of the campaign that came with the file; its answers stand before it is looked at. */
async function openView(tour: Tour, view: string): Promise<Page> {
  return goTo(tour, `${cameAs}/${view}`);
}

/** So many studies are on the page, and each has its answer. */
async function waitForStudies(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const studies = [...document.querySelectorAll('section.study')];
      return (
        studies.length === wanted &&
        studies.every((study) => study.matches('[aria-busy=false]:has(> .state.kept)'))
      );
    },
    { timeout: LONG },
    count,
  );
}

let shared = '';
/** Where the campaign that came with the file is: its name is as unwieldy as names get. */
let cameAs = '';

interface Step {
  place: string;
  reach: (tour: Tour) => Promise<Page>;
}

/** The pages beside the time line, of which some take a while to have their answers. */
const PAGES: Step[] = [
  {
    place: 'why',
    async reach(tour) {
      const page = await openView(tour, 'why');
      await waitForStudies(page, 4);
      return page;
    },
  },
  {
    place: 'compare',
    async reach(tour) {
      const page = await openView(tour, 'compare');
      await waitForText(page, studioMessages.compare.lead);
      await waitForStudies(page, 1);
      return page;
    },
  },
  {
    place: 'ask',
    async reach(tour) {
      const page = await openView(tour, 'ask');
      await waitForStudies(page, 5);
      return page;
    },
  },
  {
    place: 'sectors',
    async reach(tour) {
      const page = await openView(tour, 'sectors');
      await waitForText(page, messages.campaigns.sectors.lead);
      return page;
    },
  },
  {
    place: 'brief',
    async reach(tour) {
      const page = await openView(tour, 'brief');
      await page.waitForSelector('.brief-sheet', { timeout: LONG });
      return page;
    },
  },
  {
    place: 'present, the answer',
    async reach(tour) {
      const page = await openView(tour, 'story');
      await page.waitForSelector('.story h1', { timeout: LONG });
      return page;
    },
  },
  ...(['line', 'leverage', 'endings', 'dots', 'risks'] as const).map((name) => ({
    place: `present, ${name}`,
    async reach({ page }: Tour) {
      await page.keyboard.press('ArrowRight');
      await page.waitForSelector(`.story .picture.${name}`);
      return page;
    },
  })),
  {
    place: 'campaigns',
    async reach(tour) {
      const page = await goTo(tour, '#/campaigns');
      await page.waitForSelector('main article', { timeout: LONG });
      return page;
    },
  },
  {
    place: "a campaign's facts that make no sense",
    async reach({ page }) {
      const { facts } = messages.campaigns;
      // The one that came with the file is the only one whose facts can be changed.
      await press(page, facts.open);
      await (await page.waitForSelector('main form input[inputmode=numeric]'))!.type(' or so');
      await press(page, messages.common.save, '//form');
      await waitForText(page, facts.wrongYear);
      return page;
    },
  },
  {
    place: 'new campaign',
    async reach(tour) {
      const page = await goTo(tour, '#/campaigns/new');
      await waitForText(page, messages.campaigns.start.blankNote);
      return page;
    },
  },
  {
    place: 'new campaign, asked for its name',
    async reach({ page }) {
      await page
        .locator(`::-p-xpath(//button[contains(., "${messages.campaigns.start.perUser}")])`)
        .click();
      await press(page, messages.campaigns.guide.next);
      await waitForText(page, messages.campaigns.nameEmpty);
      return page;
    },
  },
  {
    place: 'new campaign, asked for numbers',
    async reach({ page }) {
      const { guide } = messages.campaigns;
      const box = (ask: string) =>
        `::-p-xpath(//fieldset[not(@hidden)]//label[span[normalize-space(.)="${ask}"]]/input)`;
      await page.type(box(guide.name), UNWIELDY.title.slice(0, 120));
      await press(page, guide.next);
      await (await page.waitForSelector(box(guide.movement), { visible: true }))!.type('nurses');
      return page;
    },
  },
  {
    place: 'the casebook, one campaign open',
    async reach(tour) {
      const page = await goTo(tour, '#/casebook/hormel-p9-1985');
      await page.waitForSelector('[data-case] .detail', { timeout: LONG });
      await openAllDetails(page, '.detail');
      return page;
    },
  },
  {
    place: 'the model',
    async reach(tour) {
      const page = await goTo(tour, '#/model');
      await page.waitForSelector('main [data-number]', { timeout: LONG });
      await page.waitForSelector('main [data-type]', { timeout: LONG });
      return page;
    },
  },
  {
    place: 'the model, for critics',
    async reach(tour) {
      const page = await goTo(tour, '#/model/critics');
      await waitForText(page, Object.values(studioMessages.critics.objections)[0]!.objection);
      return page;
    },
  },
  {
    place: 'the guided tour, at a number',
    async reach(tour) {
      const page = await goTo(tour, '#/tour');
      for (const next of ['line', 'curve', 'number'] as const) {
        await press(page, tourMessages.next);
        await waitForText(page, tourMessages.steps[next].title);
      }
      await page.waitForSelector('aside [data-tour-mark]', { timeout: LONG });
      await digestOn(page);
      return page;
    },
  },
];

/** In this order: each begins where the one before it ended. */
const STEPS: Step[] = [
  {
    place: 'library, empty',
    async reach({ page }) {
      await waitForText(page, messages.library.emptyTitle);
      return page;
    },
  },
  {
    place: 'popup with a draft',
    async reach(tour) {
      const article = await tour.chromium.newPage();
      await article.goto(tour.site.origin + ARTICLE.path);
      await article.evaluate((passage) => {
        const text = document.getElementById('passage')!.firstChild as Text;
        const at = text.data.indexOf(passage);
        getSelection()!.setBaseAndExtent(text, at, text, at + passage.length);
      }, ARTICLE.passage);
      tour.page = await tour.chromium.clickAction(article);
      await waitForText(tour.page, ARTICLE.passage);
      return tour.page;
    },
  },
  {
    place: 'popup without a title',
    async reach({ page }) {
      await type(page, '[data-field=title]', '');
      await press(page, `${messages.common.save} ↵`);
      await waitForText(page, messages.library.problems.titleMissing);
      return page;
    },
  },
  {
    place: 'popup, saved',
    async reach({ page }) {
      await type(page, '[data-field=title]', ARTICLE.title);
      await addTag(page, 'sympathy strike');
      await press(page, `${messages.common.save} ↵`);
      await waitForText(page, messages.popup.saved);
      return page;
    },
  },
  {
    place: 'popup of a page clipped already',
    async reach(tour) {
      await tour.page.close();
      const pages = await tour.chromium.browser.pages();
      const article = pages.find((page) => page.url().includes(ARTICLE.path))!;
      tour.page = await tour.chromium.clickAction(article);
      await waitForText(tour.page, messages.popup.saveSecond);
      return tour.page;
    },
  },
  {
    place: 'popup with unwieldy words',
    async reach({ page }) {
      await press(page, messages.popup.saveSecond);
      await waitForText(page, messages.popup.secondClip);
      await fillUnwieldy(page);
      return page;
    },
  },
  {
    place: 'popup, saved with unwieldy words',
    async reach({ page }) {
      await press(page, `${messages.common.save} ↵`);
      await waitForText(page, messages.popup.saved);
      return page;
    },
  },
  {
    place: 'the form in a tab of its own',
    async reach(tour) {
      await tour.page.close();
      const { browser, origin } = tour.chromium;
      const article = (await browser.pages()).find((page) => page.url().includes(ARTICLE.path))!;
      const popup = await tour.chromium.clickAction(article);
      await waitForText(popup, messages.popup.saveSecond);
      const opened = browser.waitForTarget((target) =>
        target.url().startsWith(`${origin}/sidepanel.html`),
      );
      await press(popup, messages.popup.openInTab);
      tour.page = await (await opened).asPage();
      await tour.page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: tour.colorScheme },
      ]);
      await waitForText(tour.page, messages.popup.saveSecond);
      return tour.page;
    },
  },
  {
    place: 'side panel beside no page',
    async reach(tour) {
      await tour.page.close();
      tour.page = await tour.chromium.newPage();
      await tour.page.goto(`${tour.chromium.origin}/sidepanel.html`);
      await waitForText(tour.page, messages.popup.panelAlone);
      return tour.page;
    },
  },
  {
    place: 'library, nothing open',
    async reach(tour) {
      await tour.page.close();
      tour.page = await tour.chromium.openDashboard('#/library');
      await tour.page.waitForFunction(() => document.querySelectorAll('main li').length >= 2);
      return tour.page;
    },
  },
  { place: 'library, a clip open', reach: (tour) => openClip(tour, ARTICLE.title) },
  {
    place: 'library, an unwieldy clip open',
    reach: (tour) => openClip(tour, UNWIELDY.title.slice(0, 60)),
  },
  {
    place: 'library, editing the unwieldy clip',
    async reach({ page }) {
      await press(page, messages.library.edit);
      await page.waitForSelector('.reader [data-field=title]');
      return page;
    },
  },
  {
    place: 'library, what an unwieldy clip came to',
    async reach({ page }) {
      await press(page, messages.common.cancel, '//form');
      await press(page, messages.library.delete);
      await button(page, messages.common.undo);
      return page;
    },
  },
  {
    place: 'library, trash',
    async reach({ page }) {
      await press(page, messages.library.trashCount(1));
      await page.waitForSelector('::-p-xpath(//h1[.="Trash"])');
      return page;
    },
  },
  {
    place: 'evidence dialog',
    async reach(tour) {
      await tour.page.click('main li > .button');
      await waitForText(tour.page, messages.library.restored);
      await press(tour.page, messages.library.backToClips);
      const page = await openClip(tour, ARTICLE.title);
      await press(page, messages.library.useEvidence);
      const which = await page.waitForSelector('dialog form select');
      await which!.select('air-14 share');
      return page;
    },
  },
  {
    place: 'what has been tied',
    async reach({ page }) {
      await press(page, messages.numbers.evidence.save);
      await button(page, messages.evidence.see);
      await page.waitForFunction(
        (words) => document.querySelector('article')?.textContent.includes(words),
        {},
        messages.library.evidenceWord,
      );
      return page;
    },
  },
  {
    place: 'Posti with an action selected',
    async reach(tour) {
      await press(tour.page, messages.evidence.see);
      return openStudio(tour, 'posti-2019', 'air-14');
    },
  },
  {
    place: 'Posti, every panel open',
    async reach({ page }) {
      await openAllDetails(page);
      return page;
    },
  },
  {
    place: 'evidence list dialog',
    async reach({ page }) {
      await press(page, messages.numbers.clips(1));
      await page.waitForSelector('dialog blockquote, dialog .quote');
      return page;
    },
  },
  {
    place: 'add-action menu',
    async reach({ page }) {
      await closeDialog(page);
      await press(page, `+ ${messages.timeline.add}`);
      await page.waitForSelector(`[role=dialog][aria-label="${messages.timeline.addTitle}"]`);
      return page;
    },
  },
  {
    place: 'a number that makes no sense',
    async reach({ page }) {
      await page.keyboard.press('Escape');
      await page.focus('aside .numbers input[type=text]');
      await page.keyboard.type('many');
      await waitForText(page, messages.numbers.wrong.notKept);
      return page;
    },
  },
  {
    place: 'share dialog',
    async reach({ page }) {
      await page.keyboard.press('Escape');
      await digestOn(page);
      await press(page, messages.share.button);
      const shown = await page.waitForSelector('dialog pre');
      await openAllDetails(page);
      shared = await shown!.evaluate((element) => element.textContent);
      return page;
    },
  },
  {
    place: 'open dialog',
    async reach({ page }) {
      await closeDialog(page);
      await press(page, messages.share.openButton);
      await openAllDetails(page, 'dialog');
      return page;
    },
  },
  {
    place: 'open dialog with a refusal',
    async reach(tour) {
      const page = await openFile(tour, shared.slice(0, 2000));
      await waitForText(page, messages.snapshot.refusals.notJson.title);
      return page;
    },
  },
  {
    place: 'open dialog with a file that is ready',
    async reach(tour) {
      // Whoever made the file may have named the campaign as unwieldily as they liked.
      const page = await openFile(
        tour,
        shared.replace(/"name": "Posti[^"]*"/, `"name": "${UNWIELDY.title.slice(0, 120)}"`),
      );
      await waitForText(page, messages.snapshot.fromFile);
      return page;
    },
  },
  {
    place: 'what came of the file',
    async reach({ page }) {
      await press(page, messages.share.open.accept);
      await waitForText(page, messages.snapshot.reproducedExactly);
      cameAs = await page.evaluate(() => location.hash);
      return page;
    },
  },
  ...PAGES,
  {
    place: 'Oakland, every panel open',
    async reach(tour) {
      if (await tour.page.$('[data-tour-mark]')) await press(tour.page, tourMessages.leave);
      const page = await openStudio(tour, 'oakland-2019', 'meals');
      await openAllDetails(page);
      return page;
    },
  },
  {
    place: 'a blank campaign',
    async reach(tour) {
      const page = await goTo(tour, '#/what-if/generic');
      await waitForText(page, messages.timeline.empty);
      await digestOn(page);
      return page;
    },
  },
  {
    place: 'no such scenario',
    async reach(tour) {
      const page = await goTo(tour, '#/what-if/nowhere');
      await waitForText(page, messages.dashboard.notFoundTitle);
      return page;
    },
  },
  {
    place: 'events, none yet',
    async reach(tour) {
      const page = await goTo(tour, '#/events');
      await waitForText(page, messages.events.emptyTitle);
      return page;
    },
  },
  {
    place: 'an event made of a clip',
    async reach(tour) {
      const page = await openClip(tour, ARTICLE.title);
      await press(page, messages.events.ofClip.make);
      await waitForText(page, messages.events.sources.one);
      return page;
    },
  },
  {
    place: 'an event that does not hold',
    async reach({ page }) {
      const { form } = messages.events;
      await press(page, messages.events.edit);
      await type(page, '[data-field=title]', UNWIELDY.title);
      await type(page, '[data-field=begin]', 'some Monday');
      await type(page, '[data-field=target]', UNWIELDY.authors);
      await page.select('[data-field=kind]', 'sympathyStrike');
      await press(page, form.addActor);
      await page.keyboard.type(UNWIELDY.authors);
      await press(page, form.addClaim);
      await page.keyboard.type('many');
      await press(page, `${messages.common.save} ↵`);
      await waitForText(page, messages.events.problems.notASize);
      return page;
    },
  },
  {
    place: 'an unwieldy event, saved',
    async reach({ page }) {
      const { form } = messages.events;
      await type(page, '[data-field=begin]', 'November 2019');
      const claim = `fieldset[data-claim]`;
      for (const [at, text] of ['12,345–67,890', UNWIELDY.tags[1], UNWIELDY.authors].entries()) {
        const fields = await page.$$(`${claim} input`);
        await fields[at].focus();
        await page.keyboard.down('Control');
        await page.keyboard.press('KeyA');
        await page.keyboard.up('Control');
        await page.keyboard.type(text);
      }
      const places = await page.waitForSelector(`[aria-label="${form.places}"]`);
      await places!.type(UNWIELDY.tags[0]);
      await page.keyboard.press('Enter');
      await press(page, `${messages.common.save} ↵`);
      await waitForText(page, messages.events.claims.heading);
      return page;
    },
  },
  {
    place: 'time line dialog, about a month',
    async reach({ page }) {
      await press(page, messages.events.line.open);
      await waitForText(page, messages.events.line.previewWaitsForSector);
      const sector = await page.waitForSelector('dialog form select');
      await sector!.select('AIR');
      await waitForText(page, messages.events.line.preview);
      return page;
    },
  },
  {
    place: 'adding a source',
    async reach({ page }) {
      await closeDialog(page);
      // What was saved is said over the page's foot, where the button is.
      await press(page, messages.common.close, '//*[contains(@class, "notice")]');
      await press(page, messages.events.sources.add);
      await page.waitForSelector('dialog [data-clip]');
      return page;
    },
  },
  {
    place: 'adding a clip to an event',
    async reach(tour) {
      await closeDialog(tour.page);
      const page = await openClip(tour, UNWIELDY.title.slice(0, 60));
      await press(page, messages.events.ofClip.add);
      await page.waitForSelector('dialog [data-event]');
      return page;
    },
  },
  {
    place: 'events, trash',
    async reach(tour) {
      await closeDialog(tour.page);
      const page = await goTo(tour, '#/events');
      const row = await page.waitForSelector('[data-event]');
      await row!.click();
      await press(page, messages.events.delete);
      await press(page, messages.library.trashCount(1));
      await waitForText(page, messages.events.backToEvents);
      return page;
    },
  },
  {
    place: 'events, emptying the trash',
    async reach({ page }) {
      await press(page, messages.events.emptyTrash.button);
      await waitForText(page, messages.events.emptyTrash.keeps);
      return page;
    },
  },
  {
    place: 'backup dialog',
    async reach(tour) {
      await closeDialog(tour.page);
      const page = await goTo(tour, '#/library');
      await press(page, messages.backup.lastNever);
      await waitForText(page, messages.backup.private);
      return page;
    },
  },
  {
    place: 'backup, saved',
    async reach({ page, folder }) {
      const session = await page.createCDPSession();
      const downloads = { behavior: 'allow' as const, downloadPath: folder };
      await session.send('Browser.setDownloadBehavior', downloads);
      await press(page, messages.backup.save, '//dialog//footer');
      await waitForText(page, messages.backup.savedNow);
      return page;
    },
  },
  {
    place: 'restore dialog',
    async reach({ page }) {
      await press(page, messages.backup.restoreSide, '//dialog');
      await waitForText(page, messages.backup.chooseWhat);
      return page;
    },
  },
  {
    place: 'restore dialog, looked through',
    async reach({ page, folder }) {
      let name: string | undefined;
      for (let tries = 0; tries < 100 && !name; tries++) {
        name = readdirSync(folder).find((each) => /backup[^/]*\.jsonl?$/.test(each));
        if (!name) await new Promise((resolve) => setTimeout(resolve, 100));
      }
      await choose(page, path.join(folder, name!));
      await waitForText(page, messages.backup.whole);
      return page;
    },
  },
  {
    place: 'restore dialog, about to replace everything',
    async reach({ page }) {
      await chooseReplace(page);
      return page;
    },
  },
];

export const PLACES = STEPS.map(({ place }) => place);

/** Goes to the next place; gives the page once nothing moves on it any more. */
export async function reach(tour: Tour, place: string): Promise<Page> {
  const page = await STEPS.find((step) => step.place === place)!.reach(tour);
  await settle(page);
  return page;
}
