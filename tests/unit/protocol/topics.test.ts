// Topics: one name for each, and nothing else is one.
import { describe, expect, test } from 'vitest';
import { hallId, windowNo } from '../../../shared/base/ids.ts';
import { parseTopic, topicName } from '../../../shared/protocol/topics.ts';
import type { Topic } from '../../../shared/protocol/topics.ts';

const hall = hallId('jingzhou');

const NAMES: readonly (readonly [string, Topic])[] = [
  ['hall/jingzhou/kiosk', { kind: 'kiosk', hall }],
  ['hall/jingzhou/lobby', { kind: 'lobby', hall }],
  ['hall/jingzhou/floor', { kind: 'floor', hall }],
  ['hall/jingzhou/window/3', { kind: 'window', hall, window: windowNo(3) }],
  ['hall/jingzhou/desk/33', { kind: 'desk', hall, window: windowNo(33) }],
  ['hall/jingzhou/evaluator/9999', { kind: 'evaluator', hall, window: windowNo(9999) }],
  ['ticket/9vK2mXq4Rt7LpZc1', { kind: 'ticket', token: '9vK2mXq4Rt7LpZc1' }],
];

describe('topics', () => {
  test.each(NAMES)('%s, there and back', (name, topic) => {
    expect(parseTopic(name)).toEqual(topic);
    expect(topicName(topic)).toBe(name);
  });

  test.each([
    '',
    '/',
    'hall',
    'hall/',
    'hall/jingzhou',
    'hall/jingzhou/',
    'hall//lobby',
    'hall/jingzhou/lobby/',
    'hall/jingzhou/lobby/3',
    'hall/jingzhou/desk',
    'hall/jingzhou/desk/',
    'hall/jingzhou/desk/0',
    'hall/jingzhou/desk/03',
    'hall/jingzhou/desk/-1',
    'hall/jingzhou/desk/1e1',
    'hall/jingzhou/desk/10000',
    'hall/jingzhou/desk/3/4',
    'hall/jingzhou/constructor',
    'ticket/',
    'ticket/abc/',
    'ticket/abc//def',
    'ticket/abc/def',
    'Hall/jingzhou/lobby',
    `ticket/${'x'.repeat(200)}`,
  ])('“%s” is no topic', (name) => {
    expect(parseTopic(name)).toBeNull();
  });
});
