package io.ahoy.crm.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One real MariaDB for all tests of a run, and a {@link Db} on an empty migrated schema for each test class that asks. */
public final class TestDatabase implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Db.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(Namespace.create(TestDatabase.class));
        Class<?> test = context.getRequiredTestClass();
        Running running =
                Objects.requireNonNull(store.getOrComputeIfAbsent("running", key -> new Running(), Running.class));
        return Objects.requireNonNull(
                        store.getOrComputeIfAbsent(test, key -> new Schema(running.server, test), Schema.class))
                .db;
    }

    private record Running(EmbeddedMariaDb server) implements AutoCloseable {
        Running() {
            this(EmbeddedMariaDb.start(Path.of("target", "mariadb"), 0));
        }

        @Override
        public void close() {
            server.stop();
        }
    }

    private record Schema(Db db) implements AutoCloseable {
        Schema(EmbeddedMariaDb server, Class<?> test) {
            this(Db.open(
                    server.emptyUrl("ahoy_" + test.getSimpleName().toLowerCase(Locale.ROOT)),
                    server.user(),
                    server.password(),
                    8));
        }

        @Override
        public void close() {
            db.close();
        }
    }
}
