// Calls to /sandbox/api. A refusal is shown as a toast and thrown.
import { toast } from "./dialogs.js";
import { word } from "./words.js";

const BASE = "/sandbox/api";

export const fileUrl = (fileId) => `${BASE}/files/${encodeURIComponent(fileId)}`;

export async function get(path) {
  const answer = await fetch(BASE + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export async function post(path, values = {}) {
  const form = values instanceof FormData;
  const answer = await fetch(BASE + path, {
    method: "POST",
    headers: form ? {} : { "Content-Type": "application/json" },
    body: form ? values : JSON.stringify(values),
  });
  const result = await answer.json().catch(() => ({ ok: false, error: String(answer.status) }));
  if (!result.ok) {
    toast(word("failed", { why: result.error }), "error");
    throw new Error(result.error);
  }
  return result;
}

export const act = (personId, action, values) => post(`/people/${personId}/${action}`, values);

export function listen(onEvent, onState) {
  const source = new EventSource(`${BASE}/events`);
  source.onmessage = (message) => onEvent(JSON.parse(message.data));
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
}
