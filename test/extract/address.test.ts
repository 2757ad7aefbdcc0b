import { describe, expect, it } from 'vitest';
import { addressKeys, cleanAddress, shownHost } from '../../lib/extract/address.ts';
import { trustedCanonical } from '../../lib/extract/trusted-canonical.ts';

describe('cleaning', () => {
  it.each([
    ['https://x.example/a?utm_source=b&utm_medium=c&id=7', 'https://x.example/a?id=7', 2],
    ['https://x.example/a?fbclid=1', 'https://x.example/a', 1],
    [
      'https://x.example/a?gclid=1&dclid=2&msclkid=3&mc_cid=4&mc_eid=5&igshid=6',
      'https://x.example/a',
      6,
    ],
    ['https://x.example/a?UTM_Source=b', 'https://x.example/a', 1],
    ['https://x.example/a?utm%5Fsource=b&q=1', 'https://x.example/a?q=1', 1],
    ['https://x.example/a#section-2', 'https://x.example/a', 0],
    ['https://x.example/a#!/story/7', 'https://x.example/a#!/story/7', 0],
    ['https://x.example/#/story/7?utm_source=b', 'https://x.example/#/story/7?utm_source=b', 0],
    ['https://ada:secret@x.example/a', 'https://x.example/a', 0],
  ])('%s becomes %s', (address, cleaned, trackersCut) => {
    expect(cleanAddress(address)).toEqual({ address: cleaned, trackersCut });
  });

  it('leaves every parameter that may say which page it is, spelling and order kept', () => {
    const address =
      'https://x.example/a?id=7&p=2&q=a%20b+c&ref=home&source=print&s=strike&utm=1&campaign=3&v&=x&story_fbid=9&v=dQ';
    expect(cleanAddress(address)).toEqual({ address, trackersCut: 0 });
  });

  it('gives back what is no address', () => {
    expect(cleanAddress('not an address')).toEqual({ address: 'not an address', trackersCut: 0 });
  });
});

describe('twins', () => {
  const key = (address: string) => addressKeys([address])[0];

  it.each([
    'http://x.example/a/story',
    'https://www.x.example/a/story/',
    'https://m.x.example/a/story',
    'https://amp.x.example/a/story',
    'https://x.example/amp/a/story',
    'https://x.example/a/story/amp/',
    'https://x.example/a/story?amp=1',
    'https://x.example/a/story?outputType=amp',
    'https://X.EXAMPLE/a/story?utm_source=b#top',
  ])('%s is found under the same key', (address) => {
    expect(key(address)).toBe('x.example/a/story');
  });

  it('does not take different pages for one', () => {
    const others = [
      'https://x.example/a/story?page=2',
      'https://x.example/a/Story',
      'https://x.example/a/story-amplified',
      'https://x.example/a/camp',
      'https://y.example/a/story',
      'https://x.example:8080/a/story',
      'https://x.example/a/story#/7',
    ];
    expect(new Set([...others, 'https://x.example/a/story'].map(key)).size).toBe(others.length + 1);
  });

  it('sorts the query, and gives each key once', () => {
    expect(
      addressKeys([
        'https://x.example/a?b=2&a=1',
        null,
        'http://x.example/a?a=1&b=2',
        'javascript:x',
      ]),
    ).toEqual(['x.example/a?a=1&b=2']);
  });

  it('does not cut a host down to a top-level domain', () => {
    expect(key('https://m.example/a')).toBe('m.example/a');
  });
});

describe('a canonical address', () => {
  const here = 'https://www.paper.co.uk/a/story?id=7';
  it.each([
    ['https://paper.co.uk/a/story', 'https://paper.co.uk/a/story'],
    ['https://news.paper.co.uk/story', 'https://news.paper.co.uk/story'],
    ['/a/story', 'https://www.paper.co.uk/a/story'],
    ['https://paper.co.uk/a/story?utm_source=x#top', 'https://paper.co.uk/a/story'],
    ['https://other.co.uk/a/story', null],
    ['https://paper.co.uk.evil.example/a/story', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://paper.co.uk/', null],
    ['http://[', null],
    [null, null],
  ])('%s counts as %s', (canonical, trusted) => {
    expect(trustedCanonical(here, canonical)).toBe(trusted);
  });

  it('of one tenant of a shared host does not stand for another', () => {
    expect(trustedCanonical('https://ada.github.io/a', 'https://bo.github.io/a')).toBeNull();
    expect(trustedCanonical('https://ada.github.io/a', 'https://ada.github.io/b')).not.toBeNull();
  });

  it('on an IP address or localhost must be the same host', () => {
    expect(trustedCanonical('http://127.0.0.1:8000/a', 'http://127.0.0.1:8000/b')).toBe(
      'http://127.0.0.1:8000/b',
    );
    expect(trustedCanonical('http://127.0.0.1/a', 'http://127.0.0.2/a')).toBeNull();
    expect(trustedCanonical('http://localhost:3000/a', 'http://localhost:3000/b')).toBe(
      'http://localhost:3000/b',
    );
  });
});

it('shows a look-alike host as what it is', () => {
  expect(shownHost('https://www.pаypal.example/a')).toBe('xn--pypal-4ve.example');
  expect(shownHost(null)).toBe('');
});
