import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import type { SaveState } from "./useAutosave";

const words: Record<SaveState["kind"], string> = { saved: "Saved", waiting: "Saving…", saving: "Saving…", away: "Kept here: the server is away", refused: "Not saved", conflict: "Changed in another window" };

/** How the draft stands. */
export function SaveWord({ state, onDecide }: { state: SaveState; onDecide: () => void }) {
  const Icon = state.kind === "saved" ? Check : state.kind === "away" ? CloudOff : state.kind === "refused" || state.kind === "conflict" ? TriangleAlert : LoaderCircle;
  return <span className={`save-word ${state.kind === "refused" ? "unsaved" : state.kind}`} role="status" title={state.kind === "refused" ? state.why : undefined}><Icon size={15} aria-hidden /> <span className="save-kind">{words[state.kind]}</span>{state.kind === "refused" && `: ${state.why}`}{state.kind === "conflict" && <button type="button" className="link" onClick={onDecide}>Decide</button>}</span>;
}
