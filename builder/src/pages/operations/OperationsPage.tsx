import { Route, Routes } from "react-router";
import { Page } from "../../ui/Page";
import { Tabs } from "../../ui/Tabs";
import { ClockMenu } from "./ClockMenu";
import { Deliveries } from "./Deliveries";
import { Enrollments } from "./Enrollments";
import { Jobs } from "./Jobs";
import { KillSwitch } from "./KillSwitch";
import { Messages } from "./Messages";
import { Overview } from "./Overview";
import { Review } from "./Review";
import "./operations.css";

const tabs = [["", "Overview"], ["/enrollments", "Enrollments"], ["/review", "Needs review"], ["/messages", "Messages"], ["/jobs", "Jobs"], ["/webhooks", "Webhooks"]] as const;

export function OperationsPage() {
  return (
    <Page title="Operations" wide actions={<><ClockMenu /><KillSwitch /></>}>
      <Tabs label="Operations" items={tabs.map(([to, label]) => ({ to: `/operations${to}`, label, end: to === "" }))} />
      <Routes>
        <Route index element={<Overview />} />
        <Route path="enrollments" element={<Enrollments />} />
        <Route path="review" element={<Review />} />
        <Route path="messages" element={<Messages />} />
        <Route path="jobs" element={<Jobs />} />
        <Route path="webhooks" element={<Deliveries />} />
      </Routes>
    </Page>
  );
}
