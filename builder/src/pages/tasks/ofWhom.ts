const kept = "tasks-of";

/** Whose tasks this browser shows: what the address says, or else who was chosen here last. Sessions know keys and no people. */
export function ofWhom(address: URLSearchParams, people: readonly { id?: string }[] | undefined): string {
  const said = address.get("who");
  if (said !== null) return said;
  const last = localStorage.getItem(kept) ?? "";
  // Somebody who has left the team would show an empty list for no reason.
  return last === "" || last === "-" || !people || people.some(one => one.id === last) ? last : "";
}

export const keepWhom = (who: string) => { if (who) localStorage.setItem(kept, who); else localStorage.removeItem(kept); };
