/**
 * The message that pre-empts every screen: what it is in one word, what to do in one line, and what
 * is said aloud. The hall may add one line of its own, which stands in no language but its own.
 * Calm on purpose: it says what to do, never what to be afraid of.
 */
import type { EmergencyKind } from '../hall/command-words.ts';
import type { Language } from './language.ts';
import { texts } from './language.ts';
import type { SpokenLanguage } from './speech.ts';

export interface EmergencyWords {
  readonly title: string;
  readonly advice: string;
}

export const emergencyText: Readonly<
  Record<Language, Readonly<Record<EmergencyKind, EmergencyWords>>>
> = texts({
  'zh-Hans': {
    fire: { title: '火警', advice: '请听从工作人员指引，从最近的安全出口离开' },
    power: { title: '停电', advice: '请在原地稍候，您的号码和次序都会保留' },
    weather: { title: '恶劣天气', advice: '请留在室内，听从工作人员安排' },
    security: { title: '紧急情况', advice: '请保持镇静，听从工作人员指引' },
    drill: { title: '应急演练', advice: '现在是演练，请配合工作人员' },
    notice: { title: '紧急通知', advice: '请留意工作人员的说明' },
  },
  'zh-Hant': {
    fire: { title: '火警', advice: '請聽從工作人員指引，從最近的安全出口離開' },
    power: { title: '停電', advice: '請在原地稍候，您的號碼和次序都會保留' },
    weather: { title: '惡劣天氣', advice: '請留在室內，聽從工作人員安排' },
    security: { title: '緊急情況', advice: '請保持鎮靜，聽從工作人員指引' },
    drill: { title: '緊急應變演練', advice: '現在是演練，請配合工作人員' },
    notice: { title: '緊急通知', advice: '請留意工作人員的說明' },
  },
  en: {
    fire: { title: 'Fire alarm', advice: 'Please follow the staff to the nearest exit' },
    power: { title: 'Power failure', advice: 'Please wait here; your number keeps its place' },
    weather: { title: 'Severe weather', advice: 'Please stay indoors and follow the staff' },
    security: { title: 'Emergency', advice: 'Please stay calm and follow the staff' },
    drill: { title: 'Safety drill', advice: 'This is a drill; please follow the staff' },
    notice: { title: 'Important notice', advice: 'Please listen to the staff' },
  },
});

/** Said aloud: attention first, then what to do. */
export const emergencySpeech: Readonly<Record<SpokenLanguage, (kind: EmergencyKind) => string>> = {
  zh: (kind) => {
    const { title, advice } = emergencyText['zh-Hans'][kind];
    return `请注意，${title}。${advice}。`;
  },
  en: (kind) => {
    const { title, advice } = emergencyText.en[kind];
    return `Attention please. ${title}. ${advice}.`;
  },
};
