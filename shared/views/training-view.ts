/** What training would be worth, as the manager reads it: departments by name. */
import type { StaffNo } from '../base/ids.ts';
import type { Training } from '../forecast/advise/training.ts';
import { TRAINING_DAYS_MIN } from '../forecast/advise/training.ts';
import type { Department } from '../hall/config.ts';
import type { Names } from '../text/language.ts';

export interface TrainingRow {
  readonly clerk: StaffNo;
  readonly department: Names;
  readonly items: number;
  readonly minutesAWeek: number;
  readonly daysBetter: number;
}

export interface TrainingView {
  readonly days: number;
  /** False while there are too few days to say anything. */
  readonly isEnough: boolean;
  readonly gains: readonly TrainingRow[];
}

/** The view; a department that is no longer there is left out. */
export function trainingView(
  { days, gains }: Training,
  departments: readonly Department[],
): TrainingView {
  return {
    days,
    isEnough: days >= TRAINING_DAYS_MIN,
    gains: gains.flatMap(({ department, ...row }) => {
      const name = departments.find(({ code }) => code === department)?.name;
      return name ? [{ ...row, department: name }] : [];
    }),
  };
}
