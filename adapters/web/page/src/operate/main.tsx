import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../style.css";
import "./operate.css";
import { Operate } from "./operate.tsx";

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <Operate />
  </StrictMode>,
);
