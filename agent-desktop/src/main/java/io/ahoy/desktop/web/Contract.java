package io.ahoy.desktop.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The API's description (OpenAPI 3.1), written in several files by resource and served as one document. Requests are held to it before
 * any verb sees them.
 */
public final class Contract {
    private static final List<String> PARTS = List.of(
            "openapi",
            "session",
            "feed",
            "interactions",
            "mail",
            "reports",
            "customers",
            "cases",
            "articles",
            "configuration",
            "privacy");
    private static final String PROBLEM = "application/problem+json";
    private static final String FILE = "application/octet-stream";
    private static final String CSV = "text/csv";
    private static final int START_SECONDS = 20;
    private static final Pattern JSON_TYPE = Pattern.compile("(?i)application/json *(;.*)?");
    private static final Pattern MISSING = Pattern.compile("required property \"([^\"]+)\"");
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");

    private final JsonObject document;
    private final OpenAPIContract contract;

    private Contract(JsonObject document, OpenAPIContract contract) {
        this.document = document;
        this.contract = contract;
    }

    public static Contract load(Vertx vertx) throws ExecutionException, InterruptedException, TimeoutException {
        JsonObject document = new JsonObject(merged());
        OpenAPIContract contract = OpenAPIContract.from(vertx, understood(document))
                .toCompletionStage()
                .toCompletableFuture()
                .get(START_SECONDS, TimeUnit.SECONDS);
        return new Contract(document, contract);
    }

    /** As it is served. */
    public JsonObject document() {
        return document.copy();
    }

    public OpenAPIContract contract() {
        return contract;
    }

    /** @param path as Vert.x writes it, {@code /customers/:id} */
    Optional<Operation> operation(HttpMethod method, String path) {
        String template = path.replaceAll(":([A-Za-z]+)", "{$1}");
        return contract.operations().stream()
                .filter(one -> one.getHttpMethod().equals(method)
                        && one.getOpenAPIPath().equals(template))
                .findFirst();
    }

    /** @throws Problem that names what is wrong */
    void check(RoutingContext routing, Operation operation, byte[] body, Json json) {
        for (Parameter parameter : operation.getParameters()) {
            value(routing, parameter).ifPresent(value -> check(parameter.getName(), parameter.getSchema(), value));
        }
        if (operation.getRequestBody() != null) {
            String type = String.valueOf(routing.request().getHeader("Content-Type"));
            @Nullable MediaType media = operation.getRequestBody().getContent().get("application/json");
            if (media == null) {
                requireType(FILE, type.equals(FILE));
                return;
            }
            requireType("application/json", JSON_TYPE.matcher(type).matches());
            check("", media.getSchema(), new JsonObject(json.readTree(body).toString()));
        }
    }

    private static void requireType(String wanted, boolean isGiven) {
        if (!isGiven) {
            throw Problem.malformed("Send the body as " + wanted + ".");
        }
    }

    private static Optional<Object> value(RoutingContext routing, Parameter parameter) {
        Optional<String> text = Optional.ofNullable(
                switch (parameter.getIn()) {
                    case QUERY -> routing.request().getParam(parameter.getName());
                    case HEADER -> routing.request().getHeader(parameter.getName());
                    // Whatever stands in the path names something that there is, or nothing.
                    case PATH, COOKIE -> null;
                });
        boolean whole = "integer".equals(parameter.getSchema().get("type"));
        return text.filter(given -> !given.isEmpty())
                .map(given -> whole && WHOLE.matcher(given).matches() ? Integer.valueOf(given) : given);
    }

    private void check(String name, JsonSchema schema, Object value) {
        OutputUnit said = contract.getSchemaRepository().validator(schema).validate(value);
        if (Boolean.FALSE.equals(said.getValid())) {
            OutputUnit wrong = deepest(said);
            String inside =
                    wrong.getInstanceLocation().replaceFirst("^#?/?", "").replace('/', '.');
            String field = Stream.of(name, inside, missing(wrong.getError()))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("."));
            throw Problem.unprocessable(field, sentence(wrong.getError()));
        }
    }

    /** Of all that a schema says is wrong, what lies deepest in the request is nearest to the cause. */
    private static OutputUnit deepest(OutputUnit unit) {
        List<OutputUnit> errors = unit.getErrors() == null ? List.of() : unit.getErrors();
        return errors.stream()
                .filter(one -> one.getInstanceLocation() != null && one.getError() != null)
                .max(Comparator.comparingInt(
                                (OutputUnit one) -> one.getInstanceLocation().length())
                        .thenComparing(one -> !missing(one.getError()).isEmpty()))
                .orElse(unit);
    }

    /** Only the sentence says which property is not there: where it should be is nowhere. */
    private static String missing(@Nullable String error) {
        Matcher named = MISSING.matcher(error == null ? "" : error);
        return named.find() ? named.group(1) : "";
    }

    private static String sentence(@Nullable String error) {
        return error == null ? "Not as described in /api/v1/openapi.json." : error + ".";
    }

    /** The validator knows neither problem+json, nor CSV, nor that a file may be of any type, and stumbles over the names alone. */
    private static JsonObject understood(JsonObject document) {
        return new JsonObject(document.encode()
                .replace(PROBLEM, "application/json")
                .replace("\"" + CSV + "\"", "\"" + FILE + "\"")
                .replace("\"*/*\"", "\"" + FILE + "\""));
    }

    // ---- the files

    private static Map<String, Object> merged() {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (String part : PARTS) {
            merge(whole, read(part));
        }
        return whole;
    }

    private static Map<String, Object> read(String part) {
        String name = "/openapi/" + part + ".yaml";
        try (InputStream file = Contract.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML's keys are names here
    private static void merge(Map<String, Object> whole, Map<String, Object> part) {
        part.forEach((key, value) -> {
            if (whole.get(key) instanceof Map<?, ?> known && value instanceof Map<?, ?> more) {
                Map<String, Object> both = new LinkedHashMap<>((Map<String, Object>) known);
                merge(both, (Map<String, Object>) more);
                whole.put(key, both);
            } else if (whole.put(key, value) != null) {
                throw new IllegalStateException("the API's description says twice what is " + key);
            }
        });
    }
}
