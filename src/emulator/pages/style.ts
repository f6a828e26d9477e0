// A table: exempt from the limit on lines.
/** The style sheet of all pages. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f4f5f9;
  --card: #ffffff;
  --line: #e0e3eb;
  --text: #171a26;
  --muted: #596078;
  --accent: #4f46e5;
  --accent-strong: #4038c8;
  --on-accent: #ffffff;
  --hover: #f1f1fe;
  --warn: #fff4d6;
  --on-warn: #6a4a00;
  --warn-line: #f0d48a;
  --bad: #b3261e;
  --bad-soft: #fdeceb;
  --shadow: 0 1px 2px rgb(20 24 45 / 6%), 0 12px 32px rgb(20 24 45 / 8%);
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1016;
    --card: #171a23;
    --line: #2b303e;
    --text: #eceef6;
    --muted: #a2a9bd;
    --accent: #9c97ff;
    --accent-strong: #b4b0ff;
    --on-accent: #12122b;
    --hover: #20243a;
    --warn: #2e2610;
    --on-warn: #f6dc96;
    --warn-line: #54451b;
    --bad: #ff9d96;
    --bad-soft: #381a1a;
    --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 12px 32px rgb(0 0 0 / 35%);
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  min-height: 100vh;
  display: flex;
  flex-direction: column;
  background: var(--page);
  color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    "Helvetica Neue", Arial, sans-serif;
}
.banner {
  padding: 0.5rem 1rem;
  border-bottom: 1px solid var(--warn-line);
  background: var(--warn);
  color: var(--on-warn);
  font-size: 0.875rem;
  text-align: center;
}
main {
  width: 100%;
  max-width: 27rem;
  margin: auto;
  padding: 2rem 1rem;
}
.card {
  padding: 2rem;
  border: 1px solid var(--line);
  border-radius: 1rem;
  background: var(--card);
  box-shadow: var(--shadow);
}
.mark {
  display: block;
  width: 2.5rem;
  height: 2.5rem;
  margin-bottom: 1.25rem;
  color: var(--accent);
}
h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; letter-spacing: -0.01em; }
h2 { margin: 1.75rem 0 0.625rem; font-size: 0.875rem; color: var(--muted); }
p { margin: 0.375rem 0 0; }
.lead { color: var(--muted); overflow-wrap: anywhere; }
.lead strong { color: var(--text); font-weight: 600; }
a {
  color: var(--accent);
  text-underline-offset: 0.2em;
  text-decoration-thickness: 1px;
}
a:hover { color: var(--accent-strong); }
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
.list { list-style: none; margin: 1.5rem 0 0; padding: 0; }
h2 + form .list { margin-top: 0; }
.row.alone { margin-top: 1.5rem; }
.list li + li { margin-top: 0.5rem; }
.row {
  display: flex;
  align-items: center;
  gap: 0.75rem;
  width: 100%;
  padding: 0.625rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 0.75rem;
  background: transparent;
  color: inherit;
  font: inherit;
  text-align: left;
}
button.row { cursor: pointer; }
button.row:hover { border-color: var(--accent); background: var(--hover); }
.row[aria-current] { border-color: var(--accent); background: var(--hover); }
.row:disabled { cursor: not-allowed; opacity: 0.65; }
.avatar {
  flex: none;
  display: grid;
  place-items: center;
  width: 2.25rem;
  height: 2.25rem;
  border-radius: 50%;
  background: var(--tint, #4f46e5);
  color: #ffffff;
  font-size: 0.8125rem;
  font-weight: 600;
}
.avatar.square { border-radius: 0.625rem; }
.tint-0 { --tint: #4f46e5; }
.tint-1 { --tint: #0f766e; }
.tint-2 { --tint: #b4235a; }
.tint-3 { --tint: #8a5300; }
.tint-4 { --tint: #1d5fb8; }
.tint-5 { --tint: #7c3aad; }
.who { flex: 1; min-width: 0; }
.who span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.name { font-weight: 600; }
.sub { color: var(--muted); font-size: 0.875rem; }
.tag {
  flex: none;
  padding: 0.125rem 0.5rem;
  border-radius: 1rem;
  background: var(--accent);
  color: var(--on-accent);
  font-size: 0.75rem;
  font-weight: 600;
}
.tag.quiet { background: var(--line); color: var(--text); }
.go { flex: none; color: var(--muted); }
form { margin: 0; }
.field { margin-top: 1rem; }
.field label { display: block; margin-bottom: 0.375rem; font-size: 0.875rem; font-weight: 600; }
.field .hint { font-weight: 400; color: var(--muted); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem; }
input {
  width: 100%;
  padding: 0.5625rem 0.75rem;
  border: 1px solid var(--muted);
  border-radius: 0.625rem;
  background: var(--card);
  color: var(--text);
  font: inherit;
}
input[aria-invalid="true"] { border-color: var(--bad); }
.wrong { margin-top: 0.375rem; color: var(--bad); font-size: 0.875rem; }
.alert {
  margin-top: 1.25rem;
  padding: 0.75rem 0.875rem;
  border-radius: 0.625rem;
  background: var(--bad-soft);
  color: var(--bad);
}
.button {
  display: block;
  width: 100%;
  margin-top: 1.5rem;
  padding: 0.625rem 1rem;
  border: 1px solid transparent;
  border-radius: 0.625rem;
  background: var(--accent);
  color: var(--on-accent);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  cursor: pointer;
}
.button:hover { background: var(--accent-strong); color: var(--on-accent); }
.button.quiet { border-color: var(--line); background: transparent; color: var(--text); }
.button.quiet:hover { border-color: var(--accent); background: var(--hover); }
.button + form .button { margin-top: 0.5rem; }
.search { display: flex; gap: 0.5rem; margin-top: 1.25rem; }
.search .button { width: auto; margin: 0; }
.after { margin-top: 1.5rem; color: var(--muted); font-size: 0.9375rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.375rem 1rem; margin: 0; font-size: 0.875rem; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
code { font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
footer { padding: 1rem; color: var(--muted); font-size: 0.8125rem; text-align: center; overflow-wrap: anywhere; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 30rem) {
  .card { padding: 1.5rem 1.25rem; }
  main { margin-top: 0; }
}
`;
