/** @odoo-module **/
// The number of bank lines that wait, behind the menu's name. It comes from Odoo itself: the panel may be away.
import { registry } from "@web/core/registry";

const MENU = "lettrage.menu_lettrage";
const EVERY_MS = 300000;

export const lettrageCount = {
    dependencies: ["orm", "menu"],
    start(env, { orm, menu }) {
        let name = null;
        let number = null;

        function show(count) {
            if (Number.isInteger(count)) number = count;
            const own = menu.getAll().find((it) => it.xmlid === MENU);
            if (!own || number === null) return;
            name ??= own.name;
            const shown = number > 0 ? `${name} (${number})` : name;
            if (own.name === shown) return;
            own.name = shown;
            env.bus.trigger("MENUS:APP-CHANGED");
        }

        async function refresh() {
            try {
                show(await orm.silent.call("res.users", "lettrage_count", []));
            } catch {
                // Nobody waits for this number: the next one will do.
            }
        }

        env.bus.addEventListener("MENUS:APP-CHANGED", () => show(null));
        env.bus.addEventListener("WEB_CLIENT_READY", refresh, { once: true });
        setInterval(refresh, EVERY_MS);
        return { refresh, show };
    },
};

registry.category("services").add("lettrage_count", lettrageCount);
