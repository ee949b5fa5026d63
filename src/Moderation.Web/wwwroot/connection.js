// While the connection is lost the server cannot count: the claim's age goes on here, from what was last shown.
(() => {
    const strip = document.getElementById("components-reconnect-modal");
    const claim = strip.querySelector("[data-claim-left]");
    const lost = /components-reconnect-(show|retrying|failed)/;
    let since = null;

    const show = () => {
        const left = document.querySelector("[data-lease-left]")?.dataset.leaseLeft;
        claim.hidden = left === undefined;
        if (left === undefined) return;
        const seconds = Math.max(0, Math.floor(Number(left) - (performance.now() - since) / 1000));
        claim.lastElementChild.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };

    let ticking;
    new MutationObserver(() => {
        const isLost = lost.test(strip.className);
        if (isLost === !!ticking) return;
        clearInterval(ticking);
        ticking = isLost ? setInterval(show, 1000) : undefined;
        since = isLost ? performance.now() : null;
        document.body.classList.toggle("m-lost", isLost);
        if (isLost) show();
    }).observe(strip, { attributeFilter: ["class"] });

    // What is typed meanwhile would be gone with the circuit.
    document.addEventListener("input", event => {
        const name = event.target.dataset?.kept;
        if (!name) return;
        try { sessionStorage.setItem(name, event.target.value); } catch { /* full or forbidden: then only this page has it */ }
    });

    strip.addEventListener("click", async event => {
        // Not a link: "" is the first page and not this one, for all addresses begin there.
        if (event.target.closest("[data-load-again]")) location.reload();
        if (!event.target.closest("[data-try-now]")) return;
        try {
            if (await Blazor.reconnect()) return;
        } catch {
            return;
        }
        location.reload();
    });
})();
