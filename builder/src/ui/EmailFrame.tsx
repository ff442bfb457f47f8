import { useEffect, useRef } from "react";
import "./email-frame.css";

type Said = { ready?: boolean; height?: number };

/** An email as its reader sees it. It is shown in a frame of its own (public/email.html) that has no origin and runs nothing
 *  of the email. `pictures` false, for what a stranger wrote: nothing is fetched. */
export function EmailFrame({ html, title, pictures = true }: { html: string; title: string; pictures?: boolean }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    // The frame has no origin that could be named, so the window itself is who it is.
    const show = () => frame.current?.contentWindow?.postMessage({ html, pictures }, "*");
    const hear = (event: MessageEvent<Said>) => {
      if (!frame.current || event.source !== frame.current.contentWindow) return;
      if (event.data.ready) show();
      if (event.data.height) frame.current.style.height = `${Math.min(Math.max(event.data.height, 48), 4_000)}px`;
    };
    addEventListener("message", hear);
    show();
    return () => removeEventListener("message", hear);
  }, [html, pictures]);
  return <iframe ref={frame} className="email-frame" src="/email.html" sandbox="allow-scripts" title={title} />;
}
