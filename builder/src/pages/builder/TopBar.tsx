import { ArrowLeft } from "lucide-react";
import { Link, NavLink } from "react-router";
import { FindingsList } from "./FindingsList";
import { HistoryMenu } from "./HistoryMenu";
import { SaveWord } from "./SaveWord";
import type { Autosave } from "./useAutosave";
import type { WorkflowView } from "./Workbench";

const tabs = [["", "Canvas"], ["settings", "Settings"], ["enrollments", "Enrollment history"], ["logs", "Execution logs"], ["statistics", "Statistics"], ["versions", "Versions"]] as const;

/** The name, how it stands, and what can be done with it. */
export function TopBar({ workflow, draft }: { workflow: WorkflowView; draft: Autosave }) {
  return (
    <header className="builder-bar">
      <div className="bar-row">
        <Link to="/workflows" className="button bare small" aria-label="All workflows"><ArrowLeft size={17} aria-hidden /></Link>
        <h1>{workflow.name}</h1>
        <SaveWord state={draft.state} />
        <span className="grow" />
        <HistoryMenu />
        <FindingsList />
      </div>
      <nav className="tabs" aria-label="Of this workflow">
        {tabs.map(([to, label]) => <NavLink key={to} to={to ? `/workflows/${workflow.id}/${to}` : `/workflows/${workflow.id}`} end>{label}</NavLink>)}
      </nav>
    </header>
  );
}
