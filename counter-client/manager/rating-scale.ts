/** The rating scale as data: five levels, or four where a hall leaves one out. Pure. */
import type { HallConfig, RatingLevel, RatingScaleLevel } from '../../shared/hall/config.ts';
import { SCALE_NAMES } from '../../shared/text/manager-rules.ts';

const LEVELS: readonly RatingLevel[] = [5, 4, 3, 2, 1];
const GOOD_FROM = 3;
export const FULL_SCALE = LEVELS.length;

/** The scale of five, or of four without `dropped`; rows that the hall worded itself stay as they are. */
export function scaleOf(config: HallConfig, dropped: RatingLevel | null): RatingScaleLevel[] {
  return LEVELS.filter((level) => level !== dropped).map((level) => {
    const own = config.levels.find((row) => row.level === level);
    const text = {
      'zh-Hans': SCALE_NAMES['zh-Hans'][level],
      'zh-Hant': SCALE_NAMES['zh-Hant'][level],
      en: SCALE_NAMES.en[level],
    };
    return own ?? { level, text, good: level >= GOOD_FROM };
  });
}
