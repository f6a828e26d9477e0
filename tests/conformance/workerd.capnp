using Workerd = import "/workerd/workerd.capnp";

# No compatibility flags: nodejs_compat above all is absent.
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "../../npm/test/conformance/workerd.mjs")],
    compatibilityDate = "2026-11-01",
  ))],
);
