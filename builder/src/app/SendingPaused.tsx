import { OctagonPause } from "lucide-react";
import { Link } from "react-router";
import { useSettings } from "../api/lists";

/** On every page while no message leaves, so that nobody wonders. */
export function SendingPaused() {
  if (!useSettings().data?.sendingPaused) return null;
  return <div className="server-away" role="status"><OctagonPause size={16} aria-hidden /> <span>Sending is paused: no email and no text leaves. <Link to="/operations">Operations</Link></span></div>;
}
