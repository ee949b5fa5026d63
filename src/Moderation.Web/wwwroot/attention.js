// Whether somebody can see the page; a claim is not renewed for long where nobody can.
let page = null;
let title = null;

export function watch(reference) {
    page = reference;
    document.addEventListener("visibilitychange", changed);
    if (document.hidden) changed();
}

export function ask(words) {
    if (!document.hidden) return;
    title ??= document.title;
    document.title = words;
}

export function leave() {
    document.removeEventListener("visibilitychange", changed);
    answered();
    page = null;
}

function changed() {
    if (!document.hidden) answered();
    page?.invokeMethodAsync("Seen", !document.hidden);
}

function answered() {
    if (title !== null) document.title = title;
    title = null;
}
