// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { choosePlatform } from '../../entrypoints/platform/choose.ts';

beforeEach(() => localStorage.clear());

describe('on a plain page, where there is no extension around', () => {
  test('the platform is a page, and its scripts stand beside it', () => {
    const platform = choosePlatform();
    expect(platform.kind).toBe('page');
    expect(platform.scriptAddress('simulation-worker.js')).toBe(
      'http://localhost:3000/simulation-worker.js',
    );
  });

  test('the sentinel outlives the page, and a mangled one is none', async () => {
    const sentinel = {
      generation: 'g',
      clips: 2,
      campaigns: 1,
      recordVersions: { clip: 1, campaign: 1, scenario: 1 },
      updatedAt: '2026-11-22T10:00:00Z',
    };
    expect(await choosePlatform().sentinel.read()).toBeNull();
    await choosePlatform().sentinel.write(sentinel);
    expect(await choosePlatform().sentinel.read()).toEqual(sentinel);
    for (const mangled of ['{', 'null', '{"clips":-1}']) {
      localStorage.setItem('clincher-sentinel', mangled);
      expect(await choosePlatform().sentinel.read()).toBeNull();
    }
  });

  test('a draft is kept as it was when it was written, and nowhere on disk', async () => {
    const { drafts } = choosePlatform();
    const draft = { title: 'secret', tags: ['a'] };
    await drafts.write('popup', draft);
    draft.tags.push('b');
    expect(await drafts.read('popup')).toEqual({ title: 'secret', tags: ['a'] });
    expect(localStorage.length + sessionStorage.length).toBe(0);
    await drafts.remove('popup');
    expect(await drafts.read('popup')).toBeUndefined();
  });

  test('only web addresses are opened, with no way back to us', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const platform = choosePlatform();
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'x']) {
      platform.openLink(address);
    }
    expect(open).not.toHaveBeenCalled();
    platform.openLink('https://news.example/story');
    expect(open).toHaveBeenCalledWith(
      'https://news.example/story',
      '_blank',
      'noopener,noreferrer',
    );
  });

  test('a route is a hash, however it is written', async () => {
    for (const route of ['/clips/a', '#/clips/a', 'clips/a']) {
      location.hash = '';
      await choosePlatform().openDashboard(route);
      expect(location.hash).toBe('#/clips/a');
    }
  });
});
