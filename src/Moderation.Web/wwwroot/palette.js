// Ctrl K from anywhere, also from a text; the palette is a modal dialog, so the browser keeps the focus in it.
let palette = null;

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
    dialog.onclose = () => palette?.invokeMethodAsync("Closed");
    dialog.onclick = event => { if (event.target === dialog) dialog.close(); };
    // The arrows move the choice, not the caret.
    dialog.onkeydown = event => { if (["ArrowUp", "ArrowDown"].includes(event.key) || event.key === "Enter" && event.target.role === "combobox") event.preventDefault(); };
    new MutationObserver(() => dialog.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }))
        .observe(dialog, { subtree: true, attributes: true, attributeFilter: ["aria-selected"] });
    dialog.showModal();
    dialog.querySelector("input")?.focus();
}

export function hide(dialog) { dialog.close(); }

function pressed(event) {
    if (!palette || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey) || event.key.toUpperCase() !== "K") return;
    if (document.querySelector("dialog[open],.rz-dialog")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    palette.invokeMethodAsync("Open");
}
