import { humanise } from "../../model/narrate";
import { segments } from "../../model/sms";
import { renderText } from "./render";
import { usePreviewFacts } from "./usePreview";

/** How long a text message is for the contact of the preview, and how many it will be charged as. */
export function Segments({ text }: { text: string }) {
  const { facts } = usePreviewFacts();
  const count = segments(renderText(text, facts, humanise));
  return (
    <div className={count.segments > 3 ? "segments many" : "segments"} aria-live="off">
      <span>{count.characters} characters{count.unicode ? " with special letters" : ""}</span>
      <span>{count.segments} {count.segments === 1 ? "message" : "messages"}{" · "}{count.left} left</span>
    </div>
  );
}
