package io.ahoy.crm.store;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Columns that may be NULL. MyBatis does not tell a handler the type inside the Optional, so reading goes by the column:
 * UUID → UUID, DATETIME → Instant, BIGINT → Duration in milliseconds, everything else → String. Other numbers have no optional columns
 * in this schema.
 */
final class OptionalHandler extends BaseTypeHandler<Optional<?>> {
    @Override
    public void setNonNullParameter(PreparedStatement to, int at, Optional<?> value, @Nullable JdbcType type)
            throws SQLException {
        switch (value.orElse(null)) {
            case null -> to.setNull(at, Types.NULL);
            case String text -> to.setString(at, text);
            case UUID id -> to.setString(at, id.toString());
            case Instant instant -> to.setObject(at, InstantHandler.write(instant));
            case Duration length -> to.setLong(at, length.toMillis());
            default -> throw new IllegalArgumentException("No optional column for " + value);
        }
    }

    @Override
    public Optional<?> getNullableResult(ResultSet from, String column) throws SQLException {
        return getNullableResult(from, from.findColumn(column));
    }

    @Override
    public Optional<?> getNullableResult(ResultSet from, int column) throws SQLException {
        if (from.getMetaData().getColumnType(column) == Types.TIMESTAMP) {
            return Optional.ofNullable(InstantHandler.read(from.getObject(column, LocalDateTime.class)));
        }
        if (from.getMetaData().getColumnType(column) == Types.BIGINT) {
            return Optional.ofNullable(from.getObject(column, Long.class)).map(Duration::ofMillis);
        }
        String text = from.getString(column);
        boolean isId = "uuid".equalsIgnoreCase(from.getMetaData().getColumnTypeName(column));
        return Optional.ofNullable(isId ? UuidHandler.read(text) : text);
    }

    @Override
    public Optional<?> getNullableResult(CallableStatement from, int column) {
        throw new IllegalArgumentException("Ahoy has no stored procedures");
    }
}
