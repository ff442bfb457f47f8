// The GSM 03.38 letters; those in `wide` take two places.
const plain = new Set("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
const wide = new Set("^{}\\[~]|€\f");

/** How many text messages a text becomes. Merge fields count as they are written; what they bring may add to it. */
export function segments(text: string): { characters: number; segments: number; unicode: boolean; left: number } {
  let length = 0;
  let unicode = false;
  for (const letter of text) {
    if (plain.has(letter)) length += 1;
    else if (wide.has(letter)) length += 2;
    else { unicode = true; break; }
  }
  const total = unicode ? text.length : length;
  const [one, each] = unicode ? [70, 67] : [160, 153];
  const letters = [...text];
  if (total <= one) return { characters: letters.length, segments: total === 0 ? 0 : 1, unicode, left: one - total };
  // What takes two places is never cut in half, so a message may end one short.
  let count = 1, used = 0;
  for (const letter of letters) {
    const size = unicode ? letter.length : wide.has(letter) ? 2 : 1;
    if (used + size > each) { count++; used = 0; }
    used += size;
  }
  return { characters: letters.length, segments: count, unicode, left: each - used };
}
