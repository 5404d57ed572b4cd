package io.ahoy.crm.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * The present row of a result, by the places of its columns, from 1. For the few questions that are asked so often, and answer with so
 * many columns, that MyBatis' mapping by name would cost more than the question itself.
 */
public record Row(ResultSet result) {
    public String text(int column) throws SQLException {
        return optionalText(column).orElse("");
    }

    public Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public boolean flag(int column) throws SQLException {
        return result.getBoolean(column);
    }

    /** 0 where there is none. */
    public int number(int column) throws SQLException {
        return result.getInt(column);
    }

    public UUID id(int column) throws SQLException {
        return optionalId(column).orElseThrow();
    }

    public Optional<UUID> optionalId(int column) throws SQLException {
        return Optional.ofNullable(UuidHandler.read(result.getString(column)));
    }

    public Instant instant(int column) throws SQLException {
        return optionalInstant(column).orElseThrow();
    }

    public Optional<Instant> optionalInstant(int column) throws SQLException {
        return Optional.ofNullable(InstantHandler.read(result.getObject(column, LocalDateTime.class)));
    }

    /** As a parameter. */
    public static Object parameter(Object value) {
        return switch (value) {
            case Instant instant -> InstantHandler.write(instant);
            case UUID id -> id.toString();
            default -> value;
        };
    }
}
