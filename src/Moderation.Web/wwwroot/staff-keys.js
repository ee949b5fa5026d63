// The one listener for keys of staff. A key carries the case and claim that stood on the page when it was pressed,
// so that a fast typist cannot decide the next case.
const settle = 150;
const typing = "input:not([type=checkbox],[type=radio],[type=button],[type=submit]),textarea,select,[contenteditable]";
const ownArrows = "[role=radiogroup],[role=listbox],[role=menu],[role=tablist],[role=tree],[role=grid],summary";
const repeatable = new Set(["J", "K", "ArrowUp", "ArrowDown"]);
const named = new Set(["Enter", "Escape", "ArrowUp", "ArrowDown"]);

// Who listens: the page that came last; beneath all pages the frame.
let listeners = [];
let turn = 0;
let singleLetters = true;
let chosen = {};
let deafUntil = 0;
let prefix = null;
let row = null;

export function listen(reference, isFrame, letters, keys) {
    const one = { reference, turn: ++turn };
    listeners = isFrame ? [one, ...listeners] : [...listeners, one];
    choose(letters, keys);
    if (!isFrame) deafUntil = 0;
    document.addEventListener("keydown", pressed);
    return one.turn;
}

// Which keys somebody chose: what they press, and what it stands for on the pages.
export function choose(letters, keys) {
    singleLetters = letters;
    chosen = keys ?? {};
}

export function arm() { deafUntil = performance.now() + settle; }

// Whoever came meanwhile, or was there before, keeps listening; what was said by a page that goes is not waited for.
export function leave(mine) {
    listeners = listeners.filter(x => x.turn !== mine);
    deafUntil = Math.min(deafUntil, performance.now() + settle);
    if (listeners.length === 0) document.removeEventListener("keydown", pressed);
}

function pressed(event) {
    const page = listeners.at(-1)?.reference;
    if (!page || event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const key = meaning(name(event));
    if (!key || isBlocked(event.target)) return;

    const inText = event.target.closest?.(typing);
    if (inText && key === "Escape") {
        // Also where keys are deaf: what is typed next is no text.
        event.preventDefault();
        return inText.blur();
    }

    if (isDeaf() || inText && !key.startsWith("Ctrl+")) return;
    if (inText && key === "Ctrl+K" && event.target.closest("[role=dialog]")) return;
    if (event.repeat && !repeatable.has(key)) return;
    if (!inText && isForTheElement(key, event.target)) {
        // The radio moves, the page must not: Blazor learns of the key too late to say so itself.
        if (key.startsWith("Arrow") && event.target.matches("button[role=radio]")) event.preventDefault();
        return;
    }
    if (!singleLetters && isSingle(key)) return;

    const whole = withPrefix(key);
    if (!whole) return;

    event.preventDefault();
    if (focusFor(whole) || walk(whole)) return;

    const shown = whole === "Z"
        ? { dataset: { case: document.querySelector("[data-undo]")?.dataset.undo } }
        : event.target.closest?.("[data-case]") ?? document.querySelector("[data-case]");
    if (whole === "Ctrl+Enter" || whole === "Ctrl+Shift+Enter") deafUntil = Infinity;
    page.invokeMethodAsync("OnKey", whole, shown?.dataset.case ?? null, number(shown?.dataset.claim));
}

function name(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const altGraph = event.getModifierState?.("AltGraph");
    const ctrl = (ctrlKey || metaKey) && !altGraph;
    if (altKey && !altGraph) return null;
    if (named.has(key)) return ctrl && key === "Enter" ? (shiftKey ? "Ctrl+Shift+Enter" : "Ctrl+Enter") : ctrl ? null : key;
    if ([...key].length !== 1 || key === " ") return null;
    if (ctrl) return key.toUpperCase() === "K" ? "Ctrl+K" : null;
    return /\p{L}/u.test(key) ? (shiftKey ? "Shift+" : "") + key.toUpperCase() : key;
}

// What is pressed after "." is the rulebook's, whatever it stands for alone.
const meaning = key => key !== null && !isPrefixed() && Object.hasOwn(chosen, key) ? chosen[key] : key;

const isPrefixed = () => prefix !== null && performance.now() - prefix < 1500;

// "." and then a letter is one key.
function withPrefix(key) {
    const prefixed = isPrefixed();
    prefix = null;
    if (prefixed && /^\p{L}$/u.test(key)) return "." + key;
    if (key !== ".") return key;
    prefix = performance.now();
    return null;
}

const isSingle = key => !key.startsWith("Ctrl+") && !named.has(key);

const isDeaf = () => performance.now() < deafUntil;

function isBlocked(target) {
    const strip = document.getElementById("components-reconnect-modal");
    if (/components-reconnect-(show|retrying|failed|rejected)/.test(strip?.className ?? "")) return true;
    return !!document.querySelector(".rz-dialog,dialog[open]") || !!target.closest?.("details.m-menu[open]");
}

function isForTheElement(key, target) {
    if (key === "Enter") return !!target.closest?.("a,button,summary,[role=button],[role=radio],[role=option]");
    return key.startsWith("Arrow") && !!target.closest?.(ownArrows);
}

// Here and not on the server: what is typed right after "W" already belongs to the text.
function focusFor(key) {
    const element = [...document.querySelectorAll("[data-focus-key]")].find(x => x.dataset.focusKey === key);
    element?.focus();
    return !!element;
}

// Here and not on the server: Enter right after "J" opens the row one went to, however far away the server is.
function walk(key) {
    const rows = [...document.querySelectorAll("[data-row]")];
    const step = { J: 1, ArrowDown: 1, K: -1, ArrowUp: -1, Enter: 0 }[key];
    if (step === undefined || rows.length === 0) return false;
    const at = rows.indexOf(rows.includes(document.activeElement) ? document.activeElement : row);
    if (step === 0) {
        rows[at]?.click();
        return at >= 0;
    }

    row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    row.focus();
    return true;
}

const number = text => text && /^\d+$/.test(text) ? Number(text) : null;
