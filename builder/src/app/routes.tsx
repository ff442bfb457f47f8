import { createBrowserRouter, Navigate } from "react-router";
import { NotFound } from "./NotFound";
import { PageFailed } from "./PageFailed";
import { Shell } from "./Shell";

/** Every page is its own chunk, so the first one opens without waiting for the canvas. */
export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <p className="hidden" role="status">Loading…</p>,
    children: [
      { index: true, element: <Navigate to="/workflows" replace /> },
      { path: "workflows", lazy: async () => ({ Component: (await import("../pages/workflows/WorkflowsPage")).WorkflowsPage }) },
      { path: "workflows/:id/*", lazy: async () => ({ Component: (await import("../pages/builder/BuilderPage")).BuilderPage }) },
      { path: "templates/:key?", lazy: async () => ({ Component: (await import("../pages/templates/TemplatesPage")).TemplatesPage }) },
      { path: "contacts", lazy: async () => ({ Component: (await import("../pages/contacts/ContactsPage")).ContactsPage }) },
      { path: "contacts/:id/*", lazy: async () => ({ Component: (await import("../pages/contacts/ContactPage")).ContactPage }) },
      { path: "conversations/:contactId?", lazy: async () => ({ Component: (await import("../pages/conversations/ConversationsPage")).ConversationsPage }) },
      { path: "tasks", lazy: async () => ({ Component: (await import("../pages/tasks/TasksPage")).TasksPage }) },
      { path: "operations/*", lazy: async () => ({ Component: (await import("../pages/operations/OperationsPage")).OperationsPage }) },
      { path: "settings/*", lazy: async () => ({ Component: (await import("../pages/settings/SettingsPage")).SettingsPage }) },
      { path: "*", element: <NotFound /> },
    ],
  },
]);
