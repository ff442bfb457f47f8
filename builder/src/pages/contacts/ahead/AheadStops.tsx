import { Link } from "react-router";
import type { Api } from "../../../api/client";
import { When } from "../../../ui/When";

const over = new Set(["finished", "ended"]);

/** How far each workflow goes by itself, and what it needs then. */
export function AheadStops({ enrollments }: { enrollments: Api<"AheadEnrollment">[] }) {
  return <>
    <h3 className="ahead-title">How far each workflow goes by itself</h3>
    <ul className="ahead-stops">{enrollments.map((one, at) => <li key={one.enrollmentId ?? at}>
      {/* Where the contact is not yet, there is no path to show. */}
      <Link to={`/workflows/${one.workflowId}${one.enrollmentId ? `?enrollment=${one.enrollmentId}` : ""}`}>{one.workflowName}</Link>: {one.startsAt && <>starts <When at={one.startsAt} />; </>}<Stop stop={one.stop} />
    </li>)}</ul>
  </>;
}

function Stop({ stop }: { stop: Api<"AheadStop"> }) {
  if (over.has(stop.code)) return <>ends{stop.at ? <> <When at={stop.at} /></> : ""}.</>;
  if (stop.code === "horizon") return <>goes on <When at={stop.nextAt} />, later than is told here.</>;
  return <>{stop.words.charAt(0).toLowerCase() + stop.words.slice(1)}{stop.stepName && <span className="quiet"> At “{stop.stepName}”.</span>}{stop.at && <span className="quiet"> From <When at={stop.at} />.</span>}</>;
}
