/** Reads the sources and holds the directions of the house: who may know whom, and what stands nowhere. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type AST } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Which rooms a room may import, itself always included. `type` rooms may be named in `import type` only.
 * Words (lib/messages) are everybody's.
 */
const ROOMS: Record<string, { imports: readonly string[]; types?: readonly string[] }> = {
  entrypoints: {
    imports: [
      'components',
      'lib/model',
      'lib/extract',
      'lib/store',
      'lib/snapshot',
      'lib/exchange',
      'lib/worker',
      'lib/catalogue',
      'lib/backup',
      'lib/casebook',
      'lib/standing',
      'lib/platform',
    ],
    types: ['lib/simulation'],
  },
  components: { imports: ['lib/model'] },
  'lib/extract': { imports: ['lib/model'], types: ['lib/platform'] },
  'lib/store': { imports: ['lib/model'], types: ['lib/platform'] },
  'lib/snapshot': { imports: ['lib/model', 'lib/json'], types: ['lib/platform'] },
  'lib/exchange': { imports: ['lib/model', 'lib/json'] },
  // Words and what clips are filtered by, without a database; the catalogue is the worker that keeps both together.
  'lib/search': { imports: ['lib/model'] },
  'lib/catalogue': { imports: ['lib/model', 'lib/search', 'lib/store', 'lib/exchange'] },
  'lib/backup': { imports: ['lib/model', 'lib/json'] },
  'lib/json': { imports: [] },
  'lib/casebook': { imports: ['lib/model'], types: ['lib/platform'] },
  // How far the model can be trusted: calibration, back-test, sensitivity, and the reports of them.
  'lib/standing': { imports: ['lib/model', 'lib/simulation', 'lib/casebook'] },
  'lib/worker': { imports: ['lib/simulation', 'lib/model'] },
  'lib/simulation': { imports: ['lib/model'] },
  'lib/platform': { imports: ['lib/model'] },
  'lib/model': { imports: [] },
  'lib/messages': { imports: [], types: ['lib/model'] },
  scripts: {
    imports: [
      // Its plain modules, so that the terminal says a number as the screen does.
      'components',
      'lib/model',
      'lib/simulation',
      'lib/casebook',
      'lib/standing',
      'lib/snapshot',
      'lib/extract',
      'lib/exchange',
      'lib/store',
      'lib/search',
      'lib/worker',
    ],
  },
};

/** Packages that only some may import: one door each, so that they can be swapped and watched. */
const PACKAGE_DOORS: { packages: RegExp; doors: RegExp; why: string }[] = [
  {
    packages: /^zod(\/|$)/,
    doors: /^lib\/model\/zod\.ts$/,
    why: 'Zod must be told to be jitless before its first schema: import { z } from lib/model/zod.ts.',
  },
  {
    packages: /^(wxt\/browser|webextension-polyfill)$/,
    doors: /^entrypoints\//,
    why: 'Only entrypoints speak to the browser; hand the room what it needs, through lib/platform if it must.',
  },
  { packages: /^dexie$/, doors: /^lib\/store\//, why: 'The database is the store’s.' },
  {
    packages: /^comlink$/,
    doors: /^(lib\/(worker|catalogue)\/|entrypoints\/(simulation|library)-worker\.ts$)/,
    why: 'Lost calls and late answers are handled in lib/worker, once.',
  },
  {
    packages: /^(@mozilla\/readability|tldts)$/,
    doors: /^lib\/extract\//,
    why: 'Reading strangers’ pages is lib/extract’s.',
  },
  {
    packages: /^(svelte|d3)([/-]|$)/,
    doors: /^(components|entrypoints|scripts)\//,
    why: 'lib runs without a screen.',
  },
  {
    packages: /^node:/,
    doors: /^scripts\//,
    why: 'The pages run in browsers, and lib runs there, too.',
  },
];

/** Strangers to the room of no surprises, which gives the same numbers in every place and at every time. */
const NOT_IN_SIMULATION = [
  'Date',
  'performance',
  'document',
  'window',
  'self',
  'navigator',
  'setTimeout',
  'process',
];

interface Import {
  target: string;
  isTypeOnly: boolean;
  line: number;
}

interface Source {
  /** From the project's root, with slashes. */
  file: string;
  room: string;
  imports: Import[];
  scripts: ts.SourceFile[];
  markup: AST.Root | null;
  text: string;
}

function readSources(): Source[] {
  return ['entrypoints', 'components', 'lib', 'scripts']
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
        .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
    )
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort()
    .map(readSource);
}

function readSource(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const markup = file.endsWith('.svelte') ? parse(text, { modern: true, filename: file }) : null;
  const parts = markup
    ? [markup.module, markup.instance]
        .filter((script) => script !== null && script !== undefined)
        // Absent ones are null or undefined, against the declared type. Blank lines keep the line numbers of what is cut out.
        .map(({ content }) => {
          const { start, end } = content as unknown as { start: number; end: number };
          return '\n'.repeat(lineAt(text, start) - 1) + text.slice(start, end);
        })
    : [text];
  const scripts = parts.map((part) =>
    ts.createSourceFile(file, part, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
  );
  return {
    file,
    room: roomOf(file),
    imports: scripts.flatMap((script) => importsOf(script)),
    scripts,
    markup,
    text,
  };
}

function roomOf(file: string): string {
  const [first, second] = file.split('/');
  return first === 'lib' ? `${first}/${second}` : first;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function importsOf(script: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const add = (specifier: ts.Node, isTypeOnly: boolean) => {
    if (!ts.isStringLiteralLike(specifier)) return;
    const line = script.getLineAndCharacterOfPosition(specifier.getStart()).line + 1;
    imports.push({ target: specifier.text, isTypeOnly, line });
  };
  walk(script, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, isTypeOnlyImport(node.importClause));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
  });
  return imports;
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name || !names || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((element) => element.isTypeOnly);
}

function walk(node: ts.Node, visit: (node: ts.Node) => void) {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** The file of ours that a relative import means, or null for a package or a style. */
function resolveImport(from: string, target: string): string | null {
  if (!target.startsWith('.')) return null;
  return path.posix.join(path.posix.dirname(from), target.replace(/\?.*$/, ''));
}

const sources = readSources();
const byFile = new Map(sources.map((source) => [source.file, source]));

describe('the rooms', () => {
  it('are all known to this test', () => {
    const unknown = sources.filter(({ room }) => !(room in ROOMS)).map(({ file }) => file);
    expect(unknown, 'give the room its place in ROOMS, above').toEqual([]);
  });

  it('import only what lies in their direction', () => {
    const wrong = sources.flatMap(({ file, room, imports }) =>
      imports.flatMap(({ target, isTypeOnly, line }) => {
        const resolved = resolveImport(file, target);
        if (!resolved || !/\.(ts|svelte)$/.test(resolved)) return [];
        const other = roomOf(resolved);
        const { imports: rooms, types = [] } = ROOMS[room];
        if (other === room || other === 'lib/messages' || rooms.includes(other)) return [];
        if (types.includes(other)) {
          return isTypeOnly
            ? []
            : [`${file}:${line} may import ${other} as a type only: ${target}`];
        }
        return [`${file}:${line} ${room} may not import ${other}: ${target}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('import files that exist, with their extension, and no alias', () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports.flatMap(({ target, line }) => {
        if (/^[@~]\/|^#/.test(target)) return [`${file}:${line} alias: ${target}`];
        const resolved = resolveImport(file, target);
        if (!resolved || byFile.has(resolved) || /\.(css|json)$/.test(resolved)) return [];
        return [`${file}:${line} no such file: ${target}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('know no circle', () => {
    const settled = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: string[]) => {
      if (settled.has(file)) return;
      const start = way.indexOf(file);
      if (start >= 0) {
        circles.push([...way.slice(start), file].join(' → '));
        return;
      }
      for (const { target } of byFile.get(file)?.imports ?? []) {
        const resolved = resolveImport(file, target);
        if (resolved && byFile.has(resolved)) visit(resolved, [...way, file]);
      }
      settled.add(file);
    };
    for (const { file } of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('leave each package to its door', () => {
    const wrong = sources.flatMap(({ file, imports }) =>
      imports.flatMap(({ target, isTypeOnly, line }) =>
        PACKAGE_DOORS.filter(
          ({ packages, doors }) => packages.test(target) && !doors.test(file) && !isTypeOnly,
        ).map(({ why }) => `${file}:${line} imports ${target}. ${why}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

/** Whether a name is the global one here, not a property, a key, a type or something declared in the file. */
function globalUses(
  script: ts.SourceFile,
  names: readonly string[],
): { name: string; line: number }[] {
  const declared = new Set<string>();
  walk(script, (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isBindingElement(node) ||
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) declared.add(node.name.text);
  });
  const uses: { name: string; line: number }[] = [];
  walk(script, (node) => {
    if (!ts.isIdentifier(node) || !names.includes(node.text) || declared.has(node.text)) return;
    const { parent } = node;
    const isName =
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isTypeReferenceNode(parent) ||
      ts.isLiteralTypeNode(parent);
    if (isName) return;
    const line = script.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    uses.push({ name: node.text, line });
  });
  return uses;
}

function findGlobals(rooms: RegExp, names: readonly string[]): string[] {
  return sources
    .filter(({ file }) => rooms.test(file))
    .flatMap(({ file, scripts }) =>
      scripts.flatMap((script) =>
        globalUses(script, names).map(({ name, line }) => `${file}:${line} uses ${name}`),
      ),
    );
}

describe('what stands nowhere', () => {
  it('the browser’s own interfaces outside of entrypoints', () => {
    expect(findGlobals(/^(lib|components)\//, ['browser', 'chrome'])).toEqual([]);
  });

  it('chance that nobody can repeat', () => {
    const everywhere = /\bMath\s*\.\s*random\b|\bMath\s*\[/g;
    // Ids may be random, a future may not.
    const inSimulation = /\bMath\s*\.\s*random\b|\bMath\s*\[|getRandomValues|randomUUID|newId/g;
    const wrong = sources
      .filter(({ file }) => /^(lib|components|entrypoints)\//.test(file))
      .flatMap(({ file, room, text }) =>
        [...text.matchAll(room === 'lib/simulation' ? inSimulation : everywhere)].map(
          ({ 0: name, index }) => `${file}:${lineAt(text, index)} ${name}`,
        ),
      );
    expect(wrong, 'draw from the seed (lib/simulation/chance.ts), or newId() for names').toEqual(
      [],
    );
  });

  it('a clock, a screen or a system in the simulation', () => {
    expect(findGlobals(/^lib\/simulation\//, NOT_IN_SIMULATION)).toEqual([]);
  });

  it('a drawer without a name, or a barrel', () => {
    const wrong = sources
      .map(({ file }) => file)
      .filter(
        (file) =>
          /(^|\/)(utils?|helpers?|common|misc|shared)([./]|$)/.test(file) ||
          (/(^|\/)index\.ts$/.test(file) && !file.startsWith('entrypoints/')),
      );
    expect(wrong).toEqual([]);
  });

  it('a file not named after the thing inside: components in PascalCase, all else in kebab-case', () => {
    const wrong = sources
      .map(({ file }) => file)
      .filter((file) => {
        const name = path.posix.basename(file);
        return file.endsWith('.svelte')
          ? !/^([A-Z][a-z0-9]*)+\.svelte$/.test(name)
          : !/^[a-z0-9]+(-[a-z0-9]+)*(\.svelte|\.d)?\.ts$/.test(name);
      });
    expect(wrong).toEqual([]);
  });
});

/** Attributes whose text somebody reads or hears. */
const SPOKEN_ATTRIBUTES = new Set([
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'label',
  'placeholder',
  'title',
]);

interface MarkupNode {
  type: string;
  start: number;
  [key: string]: unknown;
}

const hasLetters = (text: string) => /\p{L}/u.test(text);

/** Words that a template expression would show: of a literal, of either branch, of the fixed parts of a template. */
function shownWords(node: MarkupNode | null | undefined): MarkupNode[] {
  if (!node) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' && hasLetters(node.value) ? [node] : [];
    case 'TemplateLiteral':
      return (node.quasis as (MarkupNode & { value: { cooked: string } })[])
        .filter((quasi) => hasLetters(quasi.value.cooked))
        .concat((node.expressions as MarkupNode[]).flatMap(shownWords) as never);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((each) => shownWords(each as MarkupNode));
    case 'LogicalExpression':
    case 'BinaryExpression':
      // A comparison shows neither of its sides.
      if (!['+', '&&', '||', '??'].includes(node.operator as string)) return [];
      return [node.left, node.right].flatMap((each) => shownWords(each as MarkupNode));
    default:
      return [];
  }
}

/** Letters in the text or the spoken attributes of a template that do not come from the message file. */
function literalWords(node: MarkupNode): MarkupNode[] {
  switch (node.type) {
    case 'Text':
      return hasLetters(node.data as string) ? [node] : [];
    case 'ExpressionTag':
      return shownWords(node.expression as MarkupNode);
    case 'Attribute': {
      if (!SPOKEN_ATTRIBUTES.has(node.name as string)) return [];
      const value = node.value as true | MarkupNode | MarkupNode[];
      return value === true ? [] : [value].flat().flatMap(literalWords);
    }
    case 'StyleDirective':
    case 'StyleSheet':
    case 'Script':
      return [];
  }
  // Expressions of blocks ({#if x === 'open'}) decide and are not shown; what they hold is.
  return Object.entries(node)
    .filter(
      ([key]) => !['expression', 'test', 'context', 'key', 'parameters', 'metadata'].includes(key),
    )
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(
      (value): value is MarkupNode =>
        typeof value === 'object' &&
        value !== null &&
        typeof (value as MarkupNode).type === 'string',
    )
    .flatMap(literalWords);
}

describe('the words', () => {
  it('all stand in the message file, none in a template', () => {
    const wrong = sources.flatMap(({ file, markup, text }) =>
      markup
        ? literalWords(markup.fragment as unknown as MarkupNode).map(({ start, ...node }) => {
            const said = String(
              node.data ?? node.raw ?? (node.value as { raw?: string })?.raw,
            ).trim();
            return `${file}:${lineAt(text, start)} “${said}”`;
          })
        : [],
    );
    expect(wrong, 'move them to lib/messages/en.ts').toEqual([]);
  });

  it('would be found if they stood there', () => {
    const planted = parse(
      `<script lang="ts">let isOpen = true;</script>
       <button title="Now" class="quiet" style:width="{3}px" aria-label={isOpen ? 'Open' : undefined}>
         {#if isOpen === 'x'}{'Hello'} 12 %{/if}{\`\${isOpen} days\`}
         <b>Words</b>{#each ['a'] as word}{word}{/each}
       </button>
       <style>b { color: red; }</style>`,
      { modern: true },
    );
    const found = literalWords(planted.fragment as unknown as MarkupNode).map(
      (node) => node.data ?? (node.value as { raw?: string })?.raw ?? node.value,
    );
    expect(found).toEqual(['Now', 'Open', 'Hello', ' days', 'Words']);
  });
});
