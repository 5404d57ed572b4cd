package io.ahoy.desktop;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.ahoy.desktop.web.Contract;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Holds every answer that a test gets to the API's description. */
final class Described {
    private static final Described ONE = new Described();
    private static final String PREFIX = "/api/v1";

    private final Contract contract;
    private final ResponseValidator responses;

    private Described() {
        Vertx vertx = Vertx.vertx();
        try {
            contract = Contract.load(vertx);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        responses = ResponseValidator.create(vertx, contract.contract());
    }

    static List<Operation> operations() {
        return ONE.contract.contract().operations();
    }

    static void check(HttpResponse<byte[]> response) {
        String path = response.uri().getPath();
        if (path.startsWith(PREFIX)) {
            ONE.operation(response.request().method(), path.substring(PREFIX.length()))
                    .ifPresent(operation -> ONE.check(response, operation));
        }
    }

    private Optional<Operation> operation(String method, String path) {
        return contract.contract().operations().stream()
                .filter(one -> one.getHttpMethod().name().equals(method)
                        && path.matches(one.getOpenAPIPath().replaceAll("\\{[^}]*}", "[^/]+")))
                .min((one, other) -> Long.compare(placeholders(one), placeholders(other)));
    }

    private static long placeholders(Operation operation) {
        return operation.getOpenAPIPath().chars().filter(c -> c == '{').count();
    }

    private void check(HttpResponse<byte[]> response, Operation operation) {
        String type = response.headers().firstValue("Content-Type").orElse("").replace("problem+json", "json");
        String known = type.equals("application/json") ? type : "application/octet-stream";
        ValidatableResponse answered = response.body().length == 0
                ? ValidatableResponse.create(response.statusCode())
                : ValidatableResponse.create(response.statusCode(), Buffer.buffer(response.body()), known);
        assertThatCode(() -> responses
                        .validate(answered, operation.getOperationId())
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .as(operation.getOperationId() + " answered " + response.statusCode() + " "
                        + new String(response.body(), StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
    }
}
