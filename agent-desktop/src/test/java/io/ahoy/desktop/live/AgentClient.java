package io.ahoy.desktop.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent or supervisor as the server knows him: signed in by docs/api.md, his live feed open from the beginning. */
public final class AgentClient implements AutoCloseable {
    private final WebSession web;
    private final JsonNode session;
    private FeedClient feed;

    private AgentClient(WebSession web, JsonNode session, FeedClient feed) {
        this.web = web;
        this.session = session;
        this.feed = feed;
    }

    /** @param server such as {@code http://127.0.0.1:8080} */
    public static AgentClient signIn(URI server, String login, String password) {
        WebSession web = new WebSession(server);
        ObjectNode body = object().put("login", login).put("password", password);
        JsonNode session =
                web.send("POST", "/session", Optional.of(body)).expect(200).json();
        web.csrf(session.path("csrf").asText());
        return new AgentClient(web, session, web.openFeed());
    }

    /** As {@code GET /session} describes it. */
    public JsonNode session() {
        return session;
    }

    public String id() {
        return session.path("agent").path("id").asText();
    }

    public String extension() {
        return session.path("agent").path("extension").asText();
    }

    // ---- the seat

    /** He answers on his desk phone. */
    public AgentClient withPhone() {
        return withDevice("PHONE");
    }

    /** @param device {@code BROWSER} or {@code PHONE} */
    public AgentClient withDevice(String device) {
        put("/seat/device", object().put("device", device)).expect(204);
        return this;
    }

    public AgentClient ready() {
        put("/seat", object().put("state", "READY")).expect(204);
        return this;
    }

    public void onBreak(String reason) {
        put("/seat", object().put("state", "ON_BREAK").put("reason", reason)).expect(204);
    }

    public void signOutSeat() {
        put("/seat", object().put("state", "SIGNED_OUT")).expect(204);
    }

    /** The newest picture of his seat; empty object before the first one. */
    public JsonNode seat() {
        return feed.last("seat").path("seat");
    }

    public String seatState() {
        return seat().path("state").asText();
    }

    /** What his seat is on, with the customer when it was offered; empty object if nothing. */
    public JsonNode interaction() {
        return feed.last("interaction").path("interaction");
    }

    public Optional<String> interactionOfSeat() {
        return text(seat(), "interaction");
    }

    public Optional<String> offerOfSeat() {
        return text(seat(), "offer");
    }

    // ---- work

    public WebSession.Reply decline(String offer) {
        return post("/offers/" + offer + "/decline", object());
    }

    public void end(String interaction) {
        post("/interactions/" + interaction + "/end", object()).expect(204);
    }

    public void hold(String interaction, boolean held) {
        post("/interactions/" + interaction + "/hold", object().put("held", held))
                .expect(204);
    }

    public void mute(String interaction, boolean muted) {
        post("/interactions/" + interaction + "/mute", object().put("muted", muted))
                .expect(204);
    }

    public void transferToQueue(String interaction, String queue) {
        post("/interactions/" + interaction + "/transfer", object().put("queue", queue))
                .expect(204);
    }

    public void transferToNumber(String interaction, String number) {
        post("/interactions/" + interaction + "/transfer", object().put("number", number))
                .expect(204);
    }

    public void wrapUp(String interaction, String disposition, String note) {
        ObjectNode done =
                object().put("disposition", disposition).put("note", note).put("done", true);
        put("/interactions/" + interaction + "/wrap-up", done).expect(204);
    }

    /** Clears whatever his seat still has to wrap up, with the first disposition there is. */
    public void wrapUp() {
        String disposition = session.path("dispositions").path(0).path("id").asText();
        interactionOfSeat().ifPresent(interaction -> wrapUp(interaction, disposition, "by test"));
    }

    // ---- records

    /** His own newest contacts, newest first. */
    public List<JsonNode> history(int limit) {
        return list(get("/history?limit=" + limit).expect(200).json().path("items"));
    }

    /** {@code {interaction: Contact, customer?, earlier}}. */
    public JsonNode contact(String interaction) {
        return get("/interactions/" + interaction).expect(200).json();
    }

    public List<JsonNode> customers(String query) {
        return list(get("/customers?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items"));
    }

    // ---- supervisors

    public AgentClient watchBoard() {
        feed.send(object().put("type", "watch").put("board", true));
        return this;
    }

    /** The newest picture of the whole board; empty object before the first one. */
    public JsonNode board() {
        return feed.last("board");
    }

    /** Those in line, in the order of the board. */
    public List<JsonNode> waiting() {
        return list(board().path("waiting"));
    }

    // ---- the feed

    public FeedClient feed() {
        return feed;
    }

    /** As when the browser is closed: the session stays. */
    public void closeBrowser() {
        feed.close();
    }

    /** As when the page is loaded again. */
    public void openBrowser() {
        feed.close();
        feed = web.openFeed();
    }

    /** {@code ahoy_session=…}, for a real browser that goes on with this session. */
    public String cookie() {
        return web.cookie();
    }

    public WebSession.Reply get(String path) {
        return web.send("GET", path, Optional.empty());
    }

    public WebSession.Reply post(String path, JsonNode body) {
        return web.send("POST", path, Optional.of(body));
    }

    public WebSession.Reply put(String path, JsonNode body) {
        return web.send("PUT", path, Optional.of(body));
    }

    @Override
    public void close() {
        feed.close();
        web.close();
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }
}
