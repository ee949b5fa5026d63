// The browser's own dialog: what lies behind it is inert, Escape closes it, and the focus goes back to where it was.
export function open(dialog) {
    if (dialog?.isConnected && !dialog.open) dialog.showModal();
}
