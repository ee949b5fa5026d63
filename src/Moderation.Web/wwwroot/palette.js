// Ctrl K from anywhere, also from a text; the palette is a modal dialog, so the browser keeps the focus in it.
let palette = null;

// What is typed while it opens, however far away the server is: it belongs to the palette, and to no page.
let ahead = null;

export function listen(reference) {
    palette = reference;
    document.addEventListener("keydown", pressed, true);
}

export function leave() {
    document.removeEventListener("keydown", pressed, true);
    palette = null;
}

export function show(dialog) {
    if (dialog.open) return;
    if (ahead?.isLeft) return void palette?.invokeMethodAsync("Closed");
    dialog.onclose = () => palette?.invokeMethodAsync("Closed");
    dialog.onclick = event => { if (event.target === dialog) dialog.close(); };
    // The arrows move the choice, not the caret.
    dialog.onkeydown = event => { if (["ArrowUp", "ArrowDown"].includes(event.key) || event.key === "Enter" && event.target.role === "combobox") event.preventDefault(); };
    new MutationObserver(() => dialog.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }))
        .observe(dialog, { subtree: true, attributes: true, attributeFilter: ["aria-selected"] });
    dialog.showModal();
    const input = dialog.querySelector("input");
    input?.focus();
    if (input && ahead) hand(input, dialog);
}

function hand(input, dialog) {
    const { text, isEntered } = ahead;
    ahead = null;
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    if (isEntered) input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
}

export function hide(dialog) { dialog.close(); }

function pressed(event) {
    // Whoever has left it already has the keys back, however long it takes to open and close.
    if (ahead && !ahead.isLeft) return gather(event);
    if (!palette || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || event.key.toUpperCase() !== "K") return;
    if (document.querySelector("dialog[open],.rz-dialog")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const opening = ahead = { text: "", isEntered: false, isLeft: false };
    // Another may have begun meanwhile.
    palette.invokeMethodAsync("Open").catch(() => { }).finally(() => { if (ahead === opening) ahead = null; });
}

// Keys that write or lead nowhere in a palette, Tab and F5 among them, stay the browser's.
function gather(event) {
    const { key } = event;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || [...key].length > 1 && !["Enter", "Backspace", "Escape", "ArrowUp", "ArrowDown"].includes(key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === "Escape") ahead.isLeft = true;
    else if (key === "Enter") ahead.isEntered = true;
    else if (ahead.isEntered) return;
    else if (key === "Backspace") ahead.text = [...ahead.text].slice(0, -1).join("");
    else if ([...key].length === 1) ahead.text += key;
}
