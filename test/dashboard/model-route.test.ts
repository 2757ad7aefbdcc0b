import { expect, test } from 'vitest';
import { readRoute } from '../../entrypoints/dashboard/workspace.svelte.ts';
import { studioMessages } from '../../lib/messages/studio-messages.ts';

test('the model’s page has parts with addresses, and each answer to a critic leads to one', () => {
  expect(readRoute('#/model')).toEqual({ page: 'model', part: null });
  expect(readRoute('#/model/critics')).toEqual({ page: 'model', part: 'critics' });
  for (const { see } of Object.values(studioMessages.critics.objections)) {
    const route = readRoute(see.address);
    expect(['model', 'casebook']).toContain(route.page);
    if (route.page === 'model') expect(['trust', 'equations', 'calibration']).toContain(route.part);
  }
});
