/** Moves the focus into the side panel: its field with what was found, else its first one. Late enough that a closing dialog does not take it back. */
export function focusPanel(pointer?: string | null) {
  setTimeout(() => {
    const panel = document.querySelector<HTMLElement>(".side");
    if (!panel || panel.contains(document.activeElement) && !pointer) return;
    // The form is still on its way.
    if (panel.querySelector(".side-body > [role=status]")) return focusPanel(pointer);
    const at = pointer ? fieldAt(panel, pointer) : null;
    const first = at ?? panel.querySelector<HTMLElement>("[data-field] input, [data-field] textarea, [data-field] select, [data-field] button") ?? panel.querySelector<HTMLElement>("input, textarea, select");
    (first ?? panel).focus();
    at?.scrollIntoView({ block: "center" });
  }, 60);
}

/** The control of the field that a finding's pointer names, or of the nearest one above it. */
function fieldAt(panel: HTMLElement, pointer: string): HTMLElement | null {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
    const field = panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(at)}"]`);
    const control = field?.matches("input, textarea, select, button") ? field : field?.querySelector<HTMLElement>("input, textarea, select, button");
    if (control) return control;
  }
  return null;
}
