// Makes the placeholder voice: one small audio file per spoken piece, committed beside this script.
//
// Needs Debian's espeak-ng and sox; run it by hand when a piece is added: node make-clips.mjs
// Chinese is spoken from numbered pinyin with the voice cmn-latn-pinyin (plain `cmn` reads 请
// wrongly). Silence is trimmed off both ends, so that the player alone decides on the pauses; each
// clip is as loud as the next. Ogg Vorbis: no encoder delay, so clips join without a click.
// A hall replaces the voice by recordings of its own with the same file names.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const VOICES = {
  zh: { voice: 'cmn-latn-pinyin+f2', wordsPerMinute: 135, pitch: 45 },
  en: { voice: 'en-gb+f2', wordsPerMinute: 140, pitch: 45 },
};
const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'L', 'Y'];
/** The emergency messages of shared/text/emergency.ts, attention first. */
const ZH_EMERGENCIES = {
  fire:
    'huo3 jing3. qing3 ting1 cong2 gong1 zuo4 ren2 yuan2 zhi3 yin3, ' +
    'cong2 zui4 jin4 de5 an1 quan2 chu1 kou3 li2 kai1',
  power:
    'ting2 dian4. qing3 zai4 yuan2 di4 shao1 hou4, nin2 de5 hao4 ma3 he2 ci4 xu4 dou1 hui4 bao3 liu2',
  weather:
    'e4 lie4 tian1 qi4. qing3 liu2 zai4 shi4 nei4, ting1 cong2 gong1 zuo4 ren2 yuan2 an1 pai2',
  security:
    'jin3 ji2 qing2 kuang4. qing3 bao3 chi2 zhen4 jing4, ting1 cong2 gong1 zuo4 ren2 yuan2 zhi3 yin3',
  drill: 'ying4 ji2 yan3 lian4. xian4 zai4 shi4 yan3 lian4, qing3 pei4 he2 gong1 zuo4 ren2 yuan2',
  notice: 'jin3 ji2 tong1 zhi1. qing3 liu2 yi4 gong1 zuo4 ren2 yuan2 de5 shuo1 ming2',
};
const EN_EMERGENCIES = {
  fire: 'fire alarm. please follow the staff to the nearest exit',
  power: 'power failure. please wait here, your number keeps its place',
  weather: 'severe weather. please stay indoors and follow the staff',
  security: 'emergency. please stay calm and follow the staff',
  drill: 'safety drill. this is a drill, please follow the staff',
  notice: 'important notice. please listen to the staff',
};
const ZH_DIGITS = 'ling2 yi1 er4 san1 si4 wu3 liu4 qi1 ba1 jiu3'.split(' ');
const EN_NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen ' +
  'fourteen fifteen sixteen seventeen eighteen nineteen';
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Piece → what to say, per pack. Letters are said in English in both. */
const PACKS = {
  zh: [
    ...ZH_DIGITS.map((said, digit) => [String(digit), said]),
    ['10', 'shi2'],
    ['please', 'qing3'],
    ['number', 'hao4'],
    ['to', 'dao4'],
    ['window', 'hao4 chuang1 kou3'],
    ...LETTERS.map((letter) => [letter, letter, 'en']),
    ...Object.entries(ZH_EMERGENCIES).map(([kind, said]) => [
      `emergency-${kind}`,
      `qing3 zhu4 yi4. ${said}`,
    ]),
  ],
  en: [
    ...EN_NUMBERS.split(' ').map((said, number) => [String(number), said]),
    ...EN_TENS.split(' ').map((said, index) => [String((index + 2) * 10), said]),
    ['ticket', 'ticket'],
    ['please', 'please go to window'],
    ...LETTERS.map((letter) => [letter, letter]),
    ...Object.entries(EN_EMERGENCIES).map(([kind, said]) => [
      `emergency-${kind}`,
      `attention please. ${said}`,
    ]),
  ],
};
/** Both ends are treated as beginnings, for sox cannot fade out what it does not know the length of. */
const trim = (fadeS) => ['silence', '1', '0.01', '0.4%', 'fade', 't', fadeS, 'reverse'];

const LOUDNESS_DB = -16;

const work = mkdtempSync(join(tmpdir(), 'yichuang-clips-'));
let bytes = 0;
for (const [pack, pieces] of Object.entries(PACKS)) {
  const folder = join(import.meta.dirname, 'clips', pack);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [piece, said, speaker = pack] of pieces) {
    bytes += makeClip(join(folder, `${piece}.ogg`), said, VOICES[speaker]);
  }
}
rmSync(work, { recursive: true });
console.log(`${Math.round(bytes / 1024)} kB`);

function makeClip(file, said, { voice, wordsPerMinute, pitch }) {
  const raw = join(work, 'raw.wav');
  const trimmed = join(work, 'trimmed.wav');
  const speak = ['-v', voice, '-s', String(wordsPerMinute), '-p', String(pitch), '-w', raw, said];
  execFileSync('espeak-ng', speak, { timeout: 10_000 });
  const ends = ['gain', '-3', 'rate', '16k', ...trim('0.004'), ...trim('0.012')];
  sox(raw, '-c', '1', trimmed, ...ends);
  const gainDb = LOUDNESS_DB - loudnessDb(trimmed);
  sox(trimmed, '-C', '2', file, 'gain', '-l', gainDb.toFixed(1));
  return statSync(file).size;
}

/** Root mean square of the whole clip, dB below full scale. */
function loudnessDb(file) {
  const said = sox(file, '-n', 'stats').stderr.toString();
  return Number(/RMS lev dB\s+(-?[\d.]+)/.exec(said)[1]);
}

function sox(...args) {
  const done = spawnSync('sox', args, { timeout: 10_000 });
  if (done.status !== 0) throw new Error(done.stderr.toString());
  return done;
}
