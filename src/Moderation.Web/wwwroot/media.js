// Space plays what is shown, muted, and stops it; where something else has the focus that space is for, that keeps it.
const own = "input,textarea,select,button,a,summary,video,audio,[contenteditable],[role=radio],[role=dialog] *";
let turn = 0;
let listener = null;

export function listen(root) {
    forget();
    listener = event => {
        if (event.key !== " " || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.target.closest?.(own)) return;
        const video = root.querySelector("video");
        if (!video) return;
        event.preventDefault();
        if (event.repeat) return;
        video.muted = true;
        if (video.paused) video.play().catch(() => { }); else video.pause();
    };
    document.addEventListener("keydown", listener);
    return ++turn;
}

export function leave(mine) { if (mine === turn) forget(); }

function forget() {
    if (listener) document.removeEventListener("keydown", listener);
    listener = null;
}
