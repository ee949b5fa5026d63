// A page that draws anew by itself need not while nobody sees it.
export function watch(page) {
    const say = () => page.invokeMethodAsync("OnSeen", document.visibilityState === "visible").catch(() => { /* the circuit is gone */ });
    document.addEventListener("visibilitychange", say);
    return { stop: () => document.removeEventListener("visibilitychange", say) };
}
