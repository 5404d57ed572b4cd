package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Permissions;
import io.ahoy.crm.access.Right;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.team.Role;
import io.ahoy.desktop.TestBrowser.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.openapi.contract.Operation;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of the description, asked by everybody, about records of somebody else: the table of permissions holds. */
class PermissionWalkTest {
    private static final String READY = "{\"state\":\"READY\"}";
    /** What only the agent may do who is on the interaction, or has the offer. */
    private static final List<String> ONLY_WHO_IS_ON_IT = List.of("/offers/", "/interactions/");

    @RegisterExtension
    final TestCentre centre = new TestCentre();

    /** For who is or was on it, and who sees the board. */
    private static final Set<String> WITH_ITS_INTERACTION =
            Set.of("getInteraction", "getConversation", "getRawMail", "getMailPage", "getMailFile");

    private static final Set<String> ONLY_WHO_WROTE_IT = Set.of("takeMailBack", "sendMailAgain");

    /** Whatever a record is kept in; what sessions and the trail write of themselves stands elsewhere. */
    private static final String RECORDS =
            "customer, contact_point, consent, organisation, note, tag, search_term, search_name, interaction, interaction_move, wrap_up, service_case,"
                    + " case_relation, product, customer_order, order_line, article, article_category, article_file, api_token, retention,"
                    + " configuration_change, agent_team, agent_skill, mail, mail_delivery, mail_recipient, mail_draft, mail_new, mail_reply,"
                    + " mail_move, mail_moved, mail_conversation";

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleMayDoWhatTheTableSays(Role role) throws SQLException, IOException {
        TestBrowser anna = centre.signedIn("anna");
        try (TestFeed annas = anna.feed()) {
            annas.await("hello", frame -> true);
            anna.put("/seat", READY);
            ForeignRecords foreign = ForeignRecords.make(centre);
            // Nothing has this version, so that whoever may change or delete a record gets that far and no further.
            TestBrowser asking = as(role).with("If-Match", "\"999\"");
            List<String> wrong = new ArrayList<>();
            String before = checksums();
            for (Operation operation : walked(one -> mustRefuse(one, role))) {
                Reply reply = asking.send(method(operation), address(operation, foreign), body(operation));
                if (!isRefused(operation, reply)) {
                    wrong.add(role + " may " + operation.getOperationId() + " " + reply.status());
                }
            }
            assertThat(wrong).isEmpty();
            assertThat(checksums()).as("what was refused changed nothing").isEqualTo(before);
            for (Operation operation : walked(one -> !mustRefuse(one, role))) {
                Reply reply = asking.send(method(operation), address(operation, foreign), body(operation));
                if (isRefused(operation, reply)) {
                    wrong.add(role + " may not " + operation.getOperationId() + " " + reply.status());
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aCaseOfOthersIsNotReachedThroughWhatIsOnesOwn(Role role) throws SQLException {
        boolean all = Permissions.of(role, Subject.CASE, Action.CHANGE) == Scope.ALL;
        boolean none = Permissions.of(role, Subject.CASE, Action.CHANGE) == Scope.NONE;
        TestBrowser sara = centre.signedIn("sara");
        String theirs = opened(sara, "complaint");
        String note = id(sara.post("/cases/" + theirs + "/notes", "{\"text\":\"Sara's\"}"));
        String own = opened(as(Role.AGENT), "fault");
        String call = centre.callArrives("support", "+4930777003").toString();
        TestBrowser asking = as(role).with("If-Match", "\"1\"");
        String before = checksums();
        Map<String, Reply> asked = new TreeMap<>();
        asked.put("note", asking.put("/notes/" + note, "{\"text\":\"another's\"}"));
        asked.put("relation", asking.put("/cases/" + own + "/relations/" + theirs, ""));
        asked.put("attachment", asking.put("/interactions/" + call + "/case", "{\"serviceCase\":\"" + theirs + "\"}"));
        asked.put("merger", asking.post("/cases/" + own + "/merge", "{\"into\":\"" + theirs + "\"}"));
        assertThat(asked)
                .allSatisfy((what, reply) -> assertThat(reply.status() < 300)
                        .as(role + " " + what + " " + reply.text())
                        .isEqualTo(all));
        Reply history = asking.get("/history?case=" + theirs);
        assertThat(history.status()).isEqualTo(all || none ? 200 : 404);
        if (!all) {
            assertThat(checksums()).isEqualTo(before);
        }
    }

    @Test
    void whoIsNotSignedInMayDoNothing() {
        TestBrowser nobody = centre.browser();
        ForeignRecords none = ForeignRecords.NONE;
        for (Operation operation : walked(one -> true)) {
            if (!isPublic(operation)) {
                assertThat(nobody.send(method(operation), none.path(operation), body(operation))
                                .status())
                        .as(operation.getOperationId())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aTokenMayDoNothingButWhatItWasGiven() throws SQLException {
        TestBrowser administrator = as(Role.ADMINISTRATOR);
        String secret = administrator
                .post("/tokens", "{\"name\":\"narrow\",\"scopes\":[\"organisation.read\"]}")
                .json()
                .path("secret")
                .asText();
        TestBrowser program = centre.browser().with("Authorization", "Bearer " + secret);
        ForeignRecords none = ForeignRecords.NONE;
        for (Operation operation : walked(one -> true)) {
            if (!isPublic(operation)) {
                boolean given = right(operation).equals(Optional.of("organisation.read"));
                Reply reply = program.send(method(operation), none.path(operation), body(operation));
                assertThat(reply.status() == 401 || reply.status() == 403)
                        .as(operation.getOperationId())
                        .isNotEqualTo(given);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theBoardIsSentToWhoMaySeeIt(Role role) throws SQLException {
        TestBrowser sara = centre.signedIn("sara");
        TestBrowser asking = as(role);
        try (TestFeed watching = sara.feed();
                TestFeed feed = asking.feed()) {
            feed.send("{\"type\":\"watch\",\"board\":true}");
            feed.send("{\"type\":\"ping\"}");
            feed.await("pong", frame -> true);
            watching.send("{\"type\":\"watch\",\"board\":true}");
            String call = centre.callArrives("sales", "+4930777002").toString();
            watching.await("board", frame -> frame.path("waiting").toString().contains(call));
            if (Permissions.of(role, Subject.BOARD, Action.READ) == Scope.ALL) {
                feed.await("board", frame -> frame.path("waiting").toString().contains(call));
            } else {
                feed.await("summary", frame -> true);
                assertThat(feed.frames("board")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void theFeedTellsNobodyWhatIsAnothers(Role role) throws SQLException {
        TestBrowser anna = centre.signedIn("anna");
        TestBrowser asking = as(role);
        try (TestFeed annas = anna.feed();
                TestFeed feed = asking.feed()) {
            annas.await("hello", frame -> true);
            anna.put("/seat", READY);
            String call = centre.callArrives("support", "+49301234560").toString();
            annas.await("interaction", frame -> frame.has("pop"));
            centre.desktop().feed().notice(centre.agent("anna"), "offerMissed", Map.of("queue", "support"));
            annas.await("notice", frame -> true);
            feed.send("{\"type\":\"ping\"}");
            feed.await("pong", frame -> true);
            assertThat(feed.frames("seat"))
                    .allSatisfy(frame -> assertThat(frame.at("/seat/agent").asText())
                            .isEqualTo(centre.agent("bo").toString()));
            assertThat(feed.frames("interaction"))
                    .allSatisfy(frame -> assertThat(frame.has("interaction")).isFalse());
            assertThat(feed.frames("notice")).isEmpty();
            assertThat(feed.frames("board")).isEmpty();
            assertThat(feed.frames("summary"))
                    .noneMatch(frame -> frame.toString().contains(call));
        }
    }

    /** All, but signing in and out, and the feed, whose topics are asked for one by one; those first that only read, those last that delete. */
    private static List<Operation> walked(Predicate<Operation> which) {
        return Described.operations().stream()
                .filter(one -> !List.of("signIn", "signOut", "openFeed").contains(one.getOperationId()))
                .filter(which)
                .sorted(Comparator.comparingInt(
                        one -> List.of("GET", "PUT", "POST", "DELETE").indexOf(method(one))))
                .toList();
    }

    private static boolean mustRefuse(Operation operation, Role role) {
        Optional<Right> right = right(operation).map(Right::parse);
        String path = operation.getOpenAPIPath();
        if (right.isPresent()) {
            Scope scope = Permissions.of(role, right.get());
            boolean seesInteraction = Permissions.of(role, Subject.BOARD, Action.READ) == Scope.ALL;
            boolean ofCase = path.startsWith("/cases/{") || path.endsWith("/case");
            return scope == Scope.NONE
                    || path.startsWith("/notes/") && scope != Scope.ALL
                    || ofCase && Permissions.of(role, Subject.CASE, Action.READ) != Scope.ALL
                    || operation.getOperationId().equals("suggestArticles") && !seesInteraction;
        }
        if (WITH_ITS_INTERACTION.contains(operation.getOperationId())) {
            return Permissions.of(role, Subject.BOARD, Action.READ) != Scope.ALL;
        }
        return ONLY_WHO_WROTE_IT.contains(operation.getOperationId())
                || ONLY_WHO_IS_ON_IT.stream().anyMatch(path::startsWith)
                || path.startsWith("/seat") && role == Role.AUDITOR;
    }

    /** To whom a case is as if it were not there the interaction belongs to none. */
    private static boolean isRefused(Operation operation, Reply reply) {
        return List.of(401, 403, 404).contains(reply.status())
                || operation.getOperationId().equals("getCaseOfInteraction") && reply.status() == 204;
    }

    private String checksums() throws SQLException {
        try (var connection = centre.db().connection();
                var statement = connection.prepareStatement("CHECKSUM TABLE " + RECORDS);
                var found = statement.executeQuery()) {
            StringBuilder sums = new StringBuilder();
            while (found.next()) {
                sums.append(found.getString(1))
                        .append(' ')
                        .append(found.getLong(2))
                        .append('\n');
            }
            return sums.toString();
        }
    }

    private static String opened(TestBrowser by, String type) {
        return id(by.post(
                "/cases",
                "{\"type\":\"" + type + "\",\"priority\":\"NORMAL\",\"subject\":\"x\",\"description\":\"\"}"));
    }

    private static String id(Reply made) {
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asText();
    }

    private static Optional<String> right(Operation operation) {
        return Optional.ofNullable(operation.getOpenAPIModel().getString("x-ahoy-right"));
    }

    private static boolean isPublic(Operation operation) {
        JsonArray security = operation.getOpenAPIModel().getJsonArray("security");
        return security != null
                && (security.isEmpty() || security.getJsonObject(0).isEmpty());
    }

    private static String method(Operation operation) {
        return operation.getHttpMethod().name();
    }

    /** What is configured names the version that it deletes in its address, and has not this one. */
    private static String address(Operation operation, ForeignRecords foreign) {
        boolean versioned = operation.getOpenAPIPath().startsWith("/config/")
                && method(operation).equals("DELETE");
        return foreign.path(operation) + (versioned ? "?version=999" : "");
    }

    /** Enough to come as far as the question whose it is; what is refused is refused whatever is sent. */
    private static String body(Operation operation) {
        return switch (operation.getOperationId()) {
            case "changeNote" -> "{\"text\":\"another's\"}";
            case "changeSeat" -> "{\"state\":\"SIGNED_OUT\"}";
            case "chooseDevice" -> "{\"device\":\"BROWSER\"}";
            case "muteInteraction" -> "{\"muted\":true}";
            case "holdInteraction" -> "{\"held\":true}";
            case "wrapUp" -> "{\"done\":false}";
            case "moveCase" -> "{\"state\":\"open\"}";
            case "changeCase", "openCase" ->
                "{\"type\":\"complaint\",\"priority\":\"NORMAL\",\"subject\":\"x\",\"description\":\"\"}";
            case "writeCaseNote" -> "{\"text\":\"another's\"}";
            case "mergeCase" -> "{\"into\":\"" + UUID.randomUUID() + "\"}";
            case "splitCase" -> "{\"subject\":\"x\",\"interactions\":[\"" + UUID.randomUUID() + "\"]}";
            case "keepMailDraft" -> "{\"to\":[],\"cc\":[],\"subject\":\"x\",\"text\":\"another's\",\"files\":[]}";
            case "setFollowUp" -> "{\"dueAt\":\"" + Instant.now().plus(Duration.ofDays(1)) + "\"}";
            case "splitConversation" -> "{\"mail\":\"" + UUID.randomUUID() + "\"}";
            case "joinConversation" -> "{\"other\":\"" + UUID.randomUUID() + "\"}";
            case "undoConversationMove" -> "{\"move\":\"" + UUID.randomUUID() + "\"}";
            case "sendMail" -> "{\"version\":1}";
            case "transferInteraction" -> "{\"queue\":\"sales\"}";
            default -> operation.getRequestBody() == null ? "" : "{}";
        };
    }

    /** Bo, in this role. */
    private TestBrowser as(Role role) throws SQLException {
        try (var connection = centre.db().connection();
                var statement = connection.prepareStatement("UPDATE agent SET role = ? WHERE login = 'bo'")) {
            statement.setString(1, role.name());
            statement.executeUpdate();
            connection.commit();
        }
        return centre.signedIn("bo");
    }
}
