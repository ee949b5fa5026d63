// Runs before the first paint, hence a plain script in the head.
(() => {
    const key = "appearance";
    const root = document.documentElement;
    const stored = () => { try { return localStorage.getItem(key); } catch { return null; } };

    const choice = () => stored() ?? root.dataset.appearance ?? "system";

    const show = value => {
        if (value === "light" || value === "dark") root.dataset.appearance = value;
        else delete root.dataset.appearance;
    };

    const choose = value => {
        show(value);
        try { localStorage.setItem(key, value); } catch { /* private windows keep it for this page only */ }
        document.cookie = `${key}=${value}; path=/; max-age=31536000; samesite=lax`;
    };

    show(choice());

    const menus = () => document.querySelectorAll("details.m-menu[open]");

    document.addEventListener("change", event => {
        if (event.target.name === key) choose(event.target.value);
    });
    document.addEventListener("toggle", event => {
        for (const radio of event.target.querySelectorAll?.(`input[name=${key}]`) ?? [])
            radio.checked = radio.value === choice();
    }, true);
    document.addEventListener("click", event => {
        for (const menu of menus())
            if (!menu.contains(event.target) || event.target.closest("a")) menu.open = false;
    });
    document.addEventListener("keydown", event => {
        if (event.key !== "Escape") return;
        for (const menu of menus()) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
    addEventListener("storage", event => { if (event.key === key) show(choice()); });
})();
