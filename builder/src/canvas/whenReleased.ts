let held = false;
const waiting = new Set<() => void>();

window.addEventListener("pointerdown", () => { held = true; }, true);
for (const end of ["pointerup", "pointercancel"])
  window.addEventListener(end, () => {
    held = false;
    // Behind the click that the release makes.
    setTimeout(() => { if (!held) for (const act of [...waiting]) { waiting.delete(act); act(); } });
  }, true);

/** At once, or when the mouse button or finger that is down is lifted. Answers what takes it back. */
export function whenReleased(act: () => void) {
  if (held) waiting.add(act); else act();
  return () => { waiting.delete(act); };
}
