import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  {
    ignores: [
      '.output/',
      '.wxt/',
      'node_modules/',
      'test/fixtures/',
      '.clincher-profile/',
      'test/e2e/artifacts/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node, ...globals.webextensions } },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-undef': 'off',
      // A page of ours never turns a string into markup: Trusted Types would throw, this says so earlier.
      'svelte/no-at-html-tags': 'error',
      eqeqeq: ['error', 'always'],
      // State is replaced, never changed in place: a Map or a Date made inside a computation needs no proxy.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
  },
  {
    // The engine must give the same bytes in every browser: no hidden chance, no library transcendental.
    files: ['lib/simulation/**/*.ts', 'lib/model/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...[
          'random',
          'exp',
          'expm1',
          'log',
          'log1p',
          'log2',
          'log10',
          'pow',
          'sin',
          'cos',
          'tan',
          'tanh',
          'hypot',
          'cbrt',
        ].map((property) => ({
          object: 'Math',
          property,
          message:
            'Browsers differ in its last bits, or it is chance that nobody can repeat: see lib/model/arithmetic.ts.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "BinaryExpression[operator='**']",
          message: 'Browsers differ in the last bits of **.',
        },
        {
          selector: "AssignmentExpression[operator='**=']",
          message: 'Browsers differ in the last bits of **.',
        },
      ],
    },
  },
  {
    // Published coefficients stand as published, with all their digits.
    files: ['lib/model/arithmetic.ts', 'lib/simulation/chance.ts'],
    rules: { 'no-loss-of-precision': 'off' },
  },
);
