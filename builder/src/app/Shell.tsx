import { CheckSquare, Contact, LayoutTemplate, MessagesSquare, Settings, Activity, Workflow } from "lucide-react";
import { NavLink, Outlet } from "react-router";
import { PracticeName } from "./PracticeName";
import { SendingPaused } from "./SendingPaused";
import { ServerAway } from "./ServerAway";
import { SignOut } from "./SignOut";
import { ThemeSwitch } from "./ThemeSwitch";
import "./shell.css";

const places = [
  { to: "/workflows", label: "Workflows", icon: Workflow },
  { to: "/templates", label: "Templates", icon: LayoutTemplate },
  { to: "/contacts", label: "Contacts", icon: Contact },
  { to: "/conversations", label: "Conversations", icon: MessagesSquare },
  { to: "/tasks", label: "Tasks", icon: CheckSquare },
  { to: "/operations", label: "Operations", icon: Activity },
  { to: "/settings", label: "Settings", icon: Settings },
] as const;

export function Shell() {
  return (
    <div className="shell">
      <a className="skip" href="#main">Skip to the page</a>
      <nav className="rail" aria-label="Main">
        <PracticeName />
        <ul>
          {places.map(({ to, label, icon: Icon }) => (
            <li key={to}><NavLink to={to}><Icon size={18} aria-hidden /><span>{label}</span></NavLink></li>
          ))}
        </ul>
        <div className="rail-end"><ThemeSwitch /><SignOut /></div>
      </nav>
      <main id="main" tabIndex={-1}>
        <ServerAway />
        <SendingPaused />
        <Outlet />
      </main>
    </div>
  );
}
