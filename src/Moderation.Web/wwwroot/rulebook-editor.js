// A plain text area with line numbers. The text travels as a stream: a rulebook is larger than one message may be.
const pause = 300;

export function open(host, page, kept) {
    const [numbers, area] = [host.querySelector("pre"), host.querySelector("textarea")];
    let lines = 0, waiting;

    const draw = () => {
        const count = area.value.split("\n").length;
        if (count !== lines) numbers.textContent = Array.from({ length: count }, (_, at) => at + 1).join("\n");
        lines = count;
    };
    const scroll = () => { numbers.style.transform = `translateY(${-area.scrollTop}px)`; };

    area.addEventListener("scroll", scroll);
    area.addEventListener("input", () => {
        draw();
        clearTimeout(waiting);
        waiting = setTimeout(() => page.invokeMethodAsync("Written").catch(() => { /* the circuit is gone; the tab keeps the text */ }), pause);
    });

    return {
        write: text => { area.value = text; draw(); scroll(); },
        // What was typed here and never stored outlives a reload.
        restore: text => {
            let mine = null;
            try { mine = sessionStorage.getItem(kept); } catch { /* forbidden: then there is nothing */ }
            area.value = mine ?? text;
            draw();
            return mine !== null && mine !== text;
        },
        read: () => new TextEncoder().encode(area.value),
        forget: () => { try { sessionStorage.removeItem(kept); } catch { /* there was nothing */ } },
        goTo: line => {
            const starts = area.value.split("\n").slice(0, line - 1).reduce((at, x) => at + x.length + 1, 0);
            const end = area.value.indexOf("\n", starts);
            area.focus({ preventScroll: true });
            area.setSelectionRange(starts, end < 0 ? area.value.length : end);
            const height = parseFloat(getComputedStyle(area).lineHeight);
            area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 3);
            area.scrollIntoView({ block: "nearest" });
        },
        close: () => clearTimeout(waiting),
    };
}
