import { seeded } from './seeded';

/** A pen stroke that nobody ever signed with, as SVG of 150 × 51. */
export function signatureSvg(seed: number): string {
  const next = seeded(seed);
  const between = (low: number, high: number) => (low + next() * (high - low)).toFixed(1);
  let path = `M 8 ${between(34, 42)}`;
  const humps = 3 + Math.floor(next() * 3);
  const step = 74 / humps;
  for (let n = 0; n < humps; n += 1) {
    const x = 8 + n * step;
    const [up, down] = [between(4, 18), between(34, 46)];
    path += ` C ${(x + step * 0.35).toFixed(1)} ${up}, ${(x + step * 0.75).toFixed(1)} ${up}, ${(x + step * 0.7).toFixed(1)} ${between(24, 32)}`;
    path += ` S ${(x + step * 0.6).toFixed(1)} ${down}, ${(x + step).toFixed(1)} ${between(28, 38)}`;
  }
  path += ` C 96 ${between(18, 26)}, 104 ${between(36, 44)}, 112 ${between(28, 34)} S 130 ${between(22, 30)}, 144 ${between(14, 26)}`;
  return `<svg width="150" height="51" viewBox="0 0 150 51"><path d="${path}" fill="none" stroke="#1f3a93" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
