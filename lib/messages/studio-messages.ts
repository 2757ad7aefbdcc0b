import { ask } from './en-ask.ts';
import { casebookPage } from './en-casebook.ts';
import { checks } from './en-checks.ts';
import { changes, compare } from './en-compare.ts';
import { critics } from './en-critics.ts';
import { doubt } from './en-doubt.ts';
import { modelPage } from './en-model.ts';
import { sectorTables } from './en-sector-tables.ts';
import { standing } from './en-standing.ts';
import { tour } from './en-tour.ts';
import { trackRecord } from './en-track-record.ts';
import type { Translated } from './messages.ts';

const en = {
  ask,
  casebookPage,
  changes,
  checks,
  compare,
  critics,
  doubt,
  modelPage,
  sectorTables,
  standing,
  tour,
  trackRecord,
};

/** Words of the studio's further pages, apart from the others: the popup opens without them. */
export const studioMessages: Translated<typeof en> = en;
