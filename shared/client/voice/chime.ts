/** Two soft notes, a fourth apart, made on the spot: no file that could be missing. */
const NOTES = [
  { hertz: 659.25, atS: 0 },
  { hertz: 493.88, atS: 0.42 },
] as const;
const NOTE_S = 1.1;
const LOUDNESS = 0.22;
const ATTACK_S = 0.02;
/** The voice may begin while the second note is dying away. */
const UNTIL_VOICE_MS = 1_150;

/** Plays it from now; answers after how many ms something may follow. */
export function scheduleChime(context: AudioContext, out: AudioNode): number {
  for (const { hertz, atS } of NOTES) {
    const startsAt = context.currentTime + atS;
    const note = new OscillatorNode(context, { type: 'sine', frequency: hertz });
    const swell = new GainNode(context, { gain: 0 });
    swell.gain.setValueAtTime(0, startsAt);
    swell.gain.linearRampToValueAtTime(LOUDNESS, startsAt + ATTACK_S);
    swell.gain.exponentialRampToValueAtTime(0.0005, startsAt + NOTE_S);
    note.connect(swell).connect(out);
    note.start(startsAt);
    note.stop(startsAt + NOTE_S);
  }
  return UNTIL_VOICE_MS;
}
