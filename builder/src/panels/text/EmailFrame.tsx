import { EmailFrame as Frame } from "../../ui/EmailFrame";
import "./text.css";

const escape = (text: string) => text.replace(/[&<>"]/g, c => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;" })[c]!);

/** An email as it renders. Nothing in it runs or leads away: the frame may do nothing at all. */
export function EmailFrame({ subject, text, html, from }: { subject: string; text: string; html?: string | null; from?: string | null | undefined }) {
  const page = html ?? `<pre style="white-space:pre-wrap;font:inherit;margin:0">${escape(text)}</pre>`;
  return (
    <div className="email-card">
      <div className="email-head">{from && <small className="quiet">{from}</small>}<strong>{subject || <span className="quiet">No subject yet</span>}</strong></div>
      <Frame html={page} title={`Email: ${subject || "no subject"}`} />
    </div>
  );
}
