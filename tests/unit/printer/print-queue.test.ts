import { describe, expect, test } from 'vitest';
import { printQueue, QUEUE_JOBS_MAX } from '../../../server/printer/print-queue.ts';

const queue = () => printQueue<string>((outcome) => outcome !== 'failed');

describe('the queue of a printer', () => {
  test('runs one job at a time, in order', async () => {
    const jobs = queue();
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} starts`);
      await new Promise((done) => setTimeout(done, 5));
      log.push(`${name} ends`);
      return 'printed';
    };
    await Promise.all([jobs.add('a', work('a')), jobs.add('b', work('b'))]);
    expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
  });

  test('prints a job once, however often it is asked', async () => {
    const jobs = queue();
    let runs = 0;
    const work = async () => `printed ${(runs += 1)}`;
    const outcomes = await Promise.all([jobs.add('a', work), jobs.add('a', work)]);
    expect(outcomes).toEqual(['printed 1', 'printed 1']);
    expect(await jobs.add('a', work)).toBe('printed 1');
  });

  test('tries a failed job again, and an unknown one never', async () => {
    const jobs = queue();
    const outcomes = ['failed', 'unknown', 'printed'];
    const work = async () => outcomes.shift() ?? 'none';
    expect(await jobs.add('a', work)).toBe('failed');
    expect(await jobs.add('a', work)).toBe('unknown');
    expect(await jobs.add('a', work)).toBe('unknown');
  });

  test('goes on after a job that threw', async () => {
    const jobs = queue();
    await expect(jobs.add('a', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
    expect(await jobs.add('b', async () => 'printed')).toBe('printed');
  });

  test('takes no more than its limit', async () => {
    const jobs = queue();
    let open = () => {};
    const door = new Promise<string>((resolve) => (open = () => resolve('printed')));
    const taken = Array.from({ length: QUEUE_JOBS_MAX }, (_, at) => jobs.add(`${at}`, () => door));
    expect(await jobs.add('one more', () => door)).toBeNull();
    open();
    expect(await Promise.all(taken)).toHaveLength(QUEUE_JOBS_MAX);
    expect(await jobs.add('one more', async () => 'printed')).toBe('printed');
  });
});
