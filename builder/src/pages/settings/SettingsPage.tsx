import { Navigate, Route, Routes } from "react-router";
import { Page } from "../../ui/Page";
import { Tabs } from "../../ui/Tabs";
import { Audit } from "./Audit";
import { ConsentRules } from "./ConsentRules";
import { Connections } from "./Connections";
import { Keys } from "./Keys";
import { PracticeForm } from "./PracticeForm";
import { RecordList } from "./RecordList";
import { recordKinds } from "./recordKinds";
import { Tags } from "./Tags";
import "./settings.css";

const places = [["practice", "Practice"], ["consent", "Consent and opt-out"], ...recordKinds.map(kind => [kind.key, kind.title] as const), ["tags", "Tags"], ["connections", "Connections"], ["keys", "API keys"], ["audit", "Audit log"]] as const;

export function SettingsPage() {
  return (
    <Page title="Settings">
      <div className="settings">
        <Tabs aside label="Settings" items={places.map(([to, label]) => ({ to: `/settings/${to}`, label }))} />
        <div>
          <Routes>
            <Route index element={<Navigate to="practice" replace />} />
            <Route path="practice" element={<PracticeForm />} />
            <Route path="consent" element={<ConsentRules />} />
            {recordKinds.map(kind => <Route key={kind.key} path={kind.key} element={<RecordList key={kind.key} kind={kind} />} />)}
            <Route path="tags" element={<Tags />} />
            <Route path="connections" element={<Connections />} />
            <Route path="keys" element={<Keys />} />
            <Route path="audit" element={<Audit />} />
          </Routes>
        </div>
      </div>
    </Page>
  );
}
