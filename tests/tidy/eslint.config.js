// Lint for the whole repository, run from its top. Formatting is prettier's business.
//
// Comments that switch rules off have no effect here, by design: a rule holds or is changed below.
import { configs as litConfigs } from 'eslint-plugin-lit';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const DEFAULT_EXPORTS = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name is said once and found everywhere.',
};
const UNSAFE_MARKUP = ['unsafeHTML', 'unsafeSVG', 'unsafeMathML', 'unsafeStatic'];
const CONFIGS = ['**/*.config.ts', '**/*.config.js'];

export default defineConfig(
  { ignores: ['node_modules/', '.build/', '.artefacts/', 'data/', 'drizzle/migrations/'] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      // Objects that close over their state have methods that need no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', DEFAULT_EXPORTS],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Write a template instead: text that comes in must stay text.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^lit(-html)?/.*unsafe-',
              importNames: UNSAFE_MARKUP,
              message: 'Text that comes in must stay text.',
            },
            { regex: '^\\.{1,2}/.*(?<!\\.(ts|mjs|css|json|svg|mp3|ogg|wav|csv)(\\?.*)?)$' },
          ],
        },
      ],
    },
  },
  {
    files: ['display/**/*.ts', 'counter-client/**/*.ts', 'shared/client/**/*.ts'],
    extends: [litConfigs['flat/recommended']],
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: CONFIGS, rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.{js,mjs}'], rules: { eqeqeq: 'error', 'no-unused-vars': 'error' } },
);
