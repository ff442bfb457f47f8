import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import "./ui/theme.css";
import "./ui/base.css";

createRoot(document.getElementById("root")!).render(<StrictMode><App /></StrictMode>);
