/** Puts the cursor where a row of a condition is to be filled in, or else on the row. */
export function focusRow(pointer: string) {
  requestAnimationFrame(() => {
    const row = document.querySelector<HTMLElement>(`.condition-row[data-field="${CSS.escape(pointer)}"]`);
    const blank = row?.querySelector<HTMLElement>("input[aria-label*=': value'], select[aria-label*=': value']") ?? row?.querySelector<HTMLElement>("select");
    blank?.focus();
    row?.scrollIntoView({ block: "nearest" });
  });
}
