package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Permissions;
import io.ahoy.crm.access.Right;
import io.ahoy.crm.access.Scope;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.team.Role;
import io.ahoy.desktop.TestBrowser.Reply;
import io.ahoy.router.acd.InteractionId;
import io.vertx.core.json.JsonArray;
import io.vertx.openapi.contract.Operation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of the description, asked by everybody, about records of somebody else: the table of permissions holds. */
class PermissionWalkTest {
    private static final String READY = "{\"state\":\"READY\"}";
    /** What only the agent may do who is on the interaction, or has the offer. */
    private static final List<String> ONLY_WHO_IS_ON_IT = List.of("/offers/", "/interactions/");

    private static final String DRAFT = "{\"name\":\"Foreign\",\"points\":[],\"tags\":[],\"consents\":[]}";

    @RegisterExtension
    final TestCentre centre = new TestCentre();

    /** What belongs to somebody else, by the beginning of the addresses that name it. */
    private record Foreign(Map<String, String> ids) {
        String path(Operation operation) {
            String path = operation.getOpenAPIPath();
            String id = ids.entrySet().stream()
                    .filter(one -> path.startsWith(one.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> UUID.randomUUID().toString());
            return path.replaceAll("\\{[^}]*}", id);
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleMayDoWhatTheTableSays(Role role) throws SQLException {
        TestBrowser anna = centre.signedIn("anna");
        try (TestFeed annas = anna.feed()) {
            annas.await("hello", frame -> true);
            anna.put("/seat", READY);
            InteractionId call = centre.callArrives("support", "+4930777001");
            String offer = centre.answered(call).toString();
            String customer = anna.post("/customers", DRAFT).json().path("id").asText();
            String note = anna.post("/customers/" + customer + "/notes", "{\"text\":\"mine\"}")
                    .json()
                    .path("id")
                    .asText();
            Foreign foreign =
                    new Foreign(Map.of("/notes/", note, "/offers/", offer, "/interactions/", call.toString()));
            TestBrowser asking = as(role).with("If-Match", "\"1\"");
            List<String> wrong = new ArrayList<>();
            for (Operation operation : walked()) {
                Reply reply = asking.send(method(operation), foreign.path(operation), body(operation));
                if (isRefused(reply) != mustRefuse(operation, role)) {
                    wrong.add(role + " " + operation.getOperationId() + " " + reply.status());
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void whoIsNotSignedInMayDoNothing() {
        TestBrowser nobody = centre.browser();
        Foreign none = new Foreign(Map.of());
        for (Operation operation : walked()) {
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
        Foreign none = new Foreign(Map.of());
        for (Operation operation : walked()) {
            if (!isPublic(operation)) {
                boolean given = right(operation).equals(Optional.of("organisation.read"));
                Reply reply = program.send(method(operation), none.path(operation), body(operation));
                assertThat(isRefused(reply)).as(operation.getOperationId()).isNotEqualTo(given);
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

    /** All, but signing in and out. */
    private static List<Operation> walked() {
        return Described.operations().stream()
                .filter(one -> !List.of("signIn", "signOut").contains(one.getOperationId()))
                .toList();
    }

    private static boolean mustRefuse(Operation operation, Role role) {
        Optional<Right> right = right(operation).map(Right::parse);
        if (right.isPresent()) {
            Scope scope = Permissions.of(role, right.get());
            boolean foreign = operation.getOpenAPIPath().startsWith("/notes/");
            boolean seesInteraction = Permissions.of(role, Subject.BOARD, Action.READ) == Scope.ALL;
            return scope == Scope.NONE
                    || foreign && scope != Scope.ALL
                    || operation.getOperationId().equals("suggestArticles") && !seesInteraction;
        }
        if (operation.getOperationId().equals("getInteraction")) {
            return Permissions.of(role, Subject.BOARD, Action.READ) != Scope.ALL;
        }
        return ONLY_WHO_IS_ON_IT.stream().anyMatch(operation.getOpenAPIPath()::startsWith)
                || operation.getOpenAPIPath().startsWith("/seat") && role == Role.AUDITOR;
    }

    private static boolean isRefused(Reply reply) {
        return reply.status() == 401 || reply.status() == 403;
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

    /** Enough to come as far as the question whose it is; what is refused is refused whatever is sent. */
    private static String body(Operation operation) {
        return switch (operation.getOperationId()) {
            case "changeNote" -> "{\"text\":\"another's\"}";
            case "changeSeat" -> "{\"state\":\"SIGNED_OUT\"}";
            case "chooseDevice" -> "{\"device\":\"BROWSER\"}";
            case "muteInteraction" -> "{\"muted\":true}";
            case "holdInteraction" -> "{\"held\":true}";
            case "wrapUp" -> "{\"done\":false}";
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
