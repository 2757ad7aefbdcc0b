import { expect, it } from 'vitest';
import { peopleIn } from '../../lib/extract/people.ts';

const outlets = ['Harbour Post', 'CNX'];
const inByline = (text: string) =>
  peopleIn(text, { outlets, hostLabel: 'harbour-post', isByline: true });
const inField = (text: string) =>
  peopleIn(text, { outlets, hostLabel: 'harbour-post', isByline: false });

it.each<[string, string[]]>([
  ['By Ada Lind', ['Ada Lind']],
  ['BY ADA LIND', ['ADA LIND']],
  ['Von Anna Müller und Karl-Heinz Öz', ['Anna Müller', 'Karl-Heinz Öz']],
  ['Par Zoé Lefèvre et Marc d’Aubert', ['Zoé Lefèvre', 'Marc d’Aubert']],
  ['Por María R. Sáenz y José Ortega y Gasset', ['María R. Sáenz', 'José Ortega y Gasset']],
  ['De Jean Petit', ['Jean Petit']],
  ['Av Ingrid Ås og Per Vik', ['Ingrid Ås', 'Per Vik']],
  ['Автор: Анна Иванова', ['Анна Иванова']],
  ['Written by: Ada Lind | Photos by Bo Ek', ['Ada Lind', 'Bo Ek']],
  ['Ada Lind, ports correspondent', ['Ada Lind']],
  ['Ada Lind, Berlin', ['Ada Lind']],
  ['Ada Lind, CNX Business', ['Ada Lind']],
  ['Ada Lind for Harbour Post', ['Ada Lind']],
  ['Ada Lind (Harbour Post)', ['Ada Lind']],
  ['Ada Lind is a reporter who covers ports.', ['Ada Lind']],
  ['Ada Lind, Bo Ek & Cy Fox', ['Ada Lind', 'Bo Ek', 'Cy Fox']],
  ['Ada Lind ada.lind@harbour-post.example @adalind https://x.example/ada', ['Ada Lind']],
  ['Dr. Ada Lind', ['Ada Lind']],
  ['Ada van der Berg', ['Ada van der Berg']],
  ['Ada J. Lind', ['Ada J. Lind']],
  ['Leo Sands Jr.', ['Leo Sands Jr.']],
  ['배윤경, 이상현', ['배윤경', '이상현']],
])('in a byline %j names %j', (text, people) => {
  expect(inByline(text)).toEqual(people);
});

it.each([
  'Harbour Post',
  'The Harbour Post',
  'Reuters',
  'dpa',
  'Redaktion',
  'Staff Writer',
  'News desk',
  'admin',
  'https://harbour-post.example/ada',
  'ada@harbour-post.example',
  '@ada',
  'Subscribe now',
  '5 min read',
  'Read more comments',
  'The strike goes on, says the union, and nobody knows for how long',
])('names nobody in %j', (text) => {
  expect(inByline(text)).toEqual([]);
  if (!text.startsWith('The strike')) expect(inField(text)).toEqual([]);
});

it('turns the order of citation tags around', () => {
  expect(inField('Lind, Ada')).toEqual(['Ada Lind']);
  expect(inField('Lind, Ada J.')).toEqual(['Ada J. Lind']);
});

it('believes a field meant for names where a byline would need capitals', () => {
  expect(inField('viktor lund')).toEqual(['viktor lund']);
  expect(inField('Madonna')).toEqual(['Madonna']);
  expect(inByline('all about it')).toEqual([]);
});

it('names each once', () => {
  expect(inField('Ada Lind, ADA LIND')).toEqual(['Ada Lind']);
});
