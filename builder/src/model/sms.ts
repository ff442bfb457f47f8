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
  const used = unicode ? text.length : length;
  const [one, each] = unicode ? [70, 67] : [160, 153];
  const count = used === 0 ? 0 : used <= one ? 1 : Math.ceil(used / each);
  return { characters: [...text].length, segments: count, unicode, left: (count <= 1 ? one : count * each) - used };
}
