import { useQuery } from "@tanstack/react-query";
import { api, take } from "../../api/client";
import { usePaged } from "../../api/paged";
import { Badge } from "../Badge";
import { words } from "../codes";
import { Loaded } from "../Loaded";
import { More } from "../More";
import { ContactLink } from "../ContactLink";

/** What became of each one, with the reason where it was refused. */
export function JobResults({ id, done }: { id: string; done: number }) {
  const results = usePaged(["jobs", id, "results", done], cursor => take(api.GET("/api/jobs/{id}/results", { params: { path: { id }, query: { limit: "50", ...(cursor ? { cursor } : {}) } } })));
  return <>
    <Loaded query={results}>{all => <ul className="job-results" aria-label="Results">{all.map(result => (
      <li key={result.target}>
        {result.target.startsWith("con_") ? <ContactLink id={result.target} /> : <Enrolled id={result.target} />}
        {result.code ? <span className="quiet">{words(result.code)}</span> : <Badge kind="good">Done</Badge>}
      </li>
    ))}</ul>}</Loaded>
    <More query={results} />
  </>;
}

/** Whose enrollment it is. */
function Enrolled({ id }: { id: string }) {
  const enrollment = useQuery({ queryKey: ["enrollments", "one", id], staleTime: 60_000, queryFn: () => take(api.GET("/api/enrollments/{id}", { params: { path: { id } } })) });
  return enrollment.data ? <ContactLink id={enrollment.data.contactId} /> : <span className="quiet">{enrollment.isError ? "An enrollment that is gone" : "…"}</span>;
}
