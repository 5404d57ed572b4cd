package io.ahoy.desktop.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ahoy.desktop.live.AgentClient;
import io.ahoy.desktop.live.LiveAhoy;
import io.ahoy.desktop.live.PhoneCall;
import io.ahoy.desktop.live.PhoneManner;
import io.ahoy.desktop.live.SippCallers;
import io.ahoy.desktop.live.SippPhones;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Agents at desk phones that answer by themselves, and a supervisor who watches the board. */
final class Shift implements AutoCloseable {
    private final Map<String, AgentClient> agents = new LinkedHashMap<>();
    private final AgentClient supervisor;
    private final SippPhones phones;

    private Shift(AgentClient supervisor, SippPhones phones) {
        this.supervisor = supervisor;
        this.phones = phones;
    }

    /** @param logins agents of {@link LiveAhoy#withAgents} */
    static Shift of(LiveAhoy ahoy, String... logins) {
        return of(ahoy, PhoneManner.answersAfter(Duration.ofMillis(50)), logins);
    }

    static Shift of(LiveAhoy ahoy, PhoneManner manner, String... logins) {
        String[] extensions = List.of(logins).stream()
                .map(login -> login.substring("agent".length()))
                .toArray(String[]::new);
        SippPhones phones = ahoy.phones(manner, extensions);
        Shift shift = new Shift(ahoy.signIn("sara").watchBoard(), phones);
        for (String login : logins) {
            AgentClient agent = ahoy.signIn(login).withPhone().ready();
            shift.agents.put(agent.extension(), agent);
        }
        return shift;
    }

    SippPhones phones() {
        return phones;
    }

    AgentClient agent(String extension) {
        return Optional.ofNullable(agents.get(extension)).orElseThrow();
    }

    AgentClient supervisor() {
        return supervisor;
    }

    List<AgentClient> agents() {
        return List.copyOf(agents.values());
    }

    /** Who talks to this caller. */
    AgentClient agentOf(SippCallers.Caller caller) {
        return agent(callOf(caller).extension());
    }

    PhoneCall callOf(SippCallers.Caller caller) {
        return phones.calls().stream()
                .filter(call -> call.isTalking() && caller.isShownAs(call.from()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(caller.number() + " talks to nobody: " + phones.calls()));
    }

    void awaitTalking(int conversations) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(phones.talking()).isEqualTo(conversations));
    }

    /** The numbers in line, first come first. */
    List<String> line() {
        return supervisor.waiting().stream()
                .map(row -> row.path("from").asText())
                .toList();
    }

    List<String> interactionsInLine() {
        return supervisor.waiting().stream().map(row -> row.path("id").asText()).toList();
    }

    /** As the history has it. */
    JsonNode contact(String interaction) {
        return supervisor.contact(interaction).path("interaction");
    }

    /** Number → arrival of those in line. */
    Map<String, String> arrivals() {
        Map<String, String> arrivals = new LinkedHashMap<>();
        for (JsonNode row : supervisor.waiting()) {
            arrivals.put(row.path("from").asText(), row.path("arrivedAt").asText());
        }
        return arrivals;
    }

    void awaitLine(List<String> numbers) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(line()).containsExactlyElementsOf(numbers));
    }

    /**
     * Returns them in the order in which Asterisk let them in, which on a busy machine is not quite that of their dialling.
     */
    List<SippCallers.Caller> awaitInLine(SippCallers callers) {
        List<String> numbers =
                callers.all().stream().map(SippCallers.Caller::number).toList();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(line()).containsExactlyInAnyOrderElementsOf(numbers));
        return line().stream().map(callers::byNumber).toList();
    }

    void awaitState(AgentClient agent, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agent.seatState()).isEqualTo(state));
    }

    /** Of any agent, as the board shows it. */
    String seatState(String extension) {
        for (JsonNode row : supervisor.board().path("seats")) {
            if (row.path("agent").path("extension").asText().equals(extension)) {
                return row.path("state").asText();
            }
        }
        return "not on the board";
    }

    /** The caller hangs up and his agent wraps up; returns the agent, who is free for the next one. */
    AgentClient finish(SippCallers.Caller caller) {
        AgentClient agent = agentOf(caller);
        // The phone has answered; that both hear each other comes a moment later.
        awaitState(agent, "ON_CONTACT");
        caller.hangUp();
        awaitState(agent, "WRAP_UP");
        agent.wrapUp();
        return agent;
    }

    /** Every one of them is connected in turn, speaks and hangs up; then nobody is on the line any more. */
    void serve(List<SippCallers.Caller> callers) {
        for (SippCallers.Caller caller : callers) {
            await().atMost(Duration.ofSeconds(30)).until(() -> isTalking(caller));
            finish(caller);
        }
    }

    boolean isTalking(SippCallers.Caller caller) {
        return phones.calls().stream().anyMatch(call -> call.isTalking() && caller.isShownAs(call.from()));
    }

    /** As after a restart of the server, which every browser notices by itself. */
    void comeBack() {
        agents.values().forEach(AgentClient::openBrowser);
        supervisor.openBrowser();
        supervisor.watchBoard();
    }

    @Override
    public void close() {
        agents.values().forEach(AgentClient::close);
        supervisor.close();
        phones.close();
    }
}
