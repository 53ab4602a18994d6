/** @odoo-module **/
// The panel in a frame: who is signed in here is signed in there, by a token that travels in a message and never in an address.
import { Component, onMounted, onWillStart, onWillUnmount, useRef, useState } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";

/** A panel that says nothing for so long is away. */
const READY_MS_MAX = 15000;
/** What the panel may ask this page to open. */
const OPENS = ["res.partner", "account.move", "account.journal"];

export class LettragePanel extends Component {
    static template = "lettrage.Panel";
    static props = ["*"];

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.count = useService("lettrage_count");
        this.frame = useRef("frame");
        this.state = useState({ at: "asking", source: null, round: 0 });
        this.token = null;
        this.onMessage = this.onMessage.bind(this);
        onWillStart(() => this.begin());
        onMounted(() => window.addEventListener("message", this.onMessage));
        onWillUnmount(() => {
            window.removeEventListener("message", this.onMessage);
            clearTimeout(this.timer);
            this.count.refresh();
        });
    }

    async begin() {
        clearTimeout(this.timer);
        const session = await this.ask();
        if (!session) return;
        this.origin = new URL(session.url).origin;
        this.token = session.token;
        this.state.source = `${session.url}/${this.place()}`;
        this.state.at = "waiting";
        this.state.round += 1;
        this.timer = setTimeout(() => this.away(), READY_MS_MAX);
    }

    /** A fresh session, or null and the reason on the page. */
    async ask() {
        try {
            const session = await this.orm.silent.call("res.users", "lettrage_session", []);
            if (session.token) return session;
            this.state.at = "unpaired";
        } catch (error) {
            // A user who was archived has no session any more, one whose group was taken no right.
            const isDenied = /(AccessError|AccessDenied|SessionExpiredException)$/.test(error.exceptionName ?? "");
            // Once open, the panel goes on with what it has when Odoo itself is away for a moment.
            if (isDenied) this.state.at = "denied";
            else if (this.state.at !== "open") this.state.at = "away";
        }
        return null;
    }

    /** Where the panel opens: at what the button was pressed on, else at its list. */
    place() {
        const { model, id } = this.props.action.params || {};
        return model ? `#/at/${encodeURIComponent(model)}/${encodeURIComponent(id)}` : "";
    }

    away() {
        if (this.state.at === "waiting") this.state.at = "away";
    }

    async onMessage({ origin, source, data }) {
        if (origin !== this.origin || source !== this.frame.el?.contentWindow) return;
        switch (data?.type) {
            case "lettrage.ready":
                clearTimeout(this.timer);
                this.state.at = "open";
                return this.handOver(this.token);
            case "lettrage.renew":
                return this.handOver(null);
            case "lettrage.open":
                return this.open(data);
            case "lettrage.title":
                return this.count.show(data.count);
        }
    }

    /** A token is good once: each is sent once, and only to the panel's own origin. */
    async handOver(ready) {
        this.token = null;
        const token = ready || (await this.ask())?.token;
        const theme = /(^|; )color_scheme=dark/.test(document.cookie) ? "dark" : "light";
        if (token) this.frame.el?.contentWindow.postMessage({ type: "lettrage.session", token, theme }, this.origin);
    }

    open({ model, id }) {
        if (!OPENS.includes(model) || !Number.isInteger(id)) return;
        this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
            target: "current",
        });
    }
}

registry.category("actions").add("lettrage.panel", LettragePanel);
