import { segments } from "../../model/sms";

/** How long a text message is, and how many it will be charged as. */
export function Segments({ text }: { text: string }) {
  const count = segments(text);
  const merged = text.includes("{{");
  return (
    <div className={count.segments > 3 ? "segments many" : "segments"} aria-live="off">
      <span>{count.characters} characters{count.unicode ? " with special letters" : ""}</span>
      <span>{count.segments} {count.segments === 1 ? "message" : "messages"}{merged ? ", more with long names" : ""} · {count.left} left</span>
    </div>
  );
}
