package io.ahoy.crm.store;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** DATETIME(3) in UTC. As LocalDateTime the driver applies no zone, neither the JVM's nor the connection's. */
final class InstantHandler extends BaseTypeHandler<Instant> {
    @Override
    public void setNonNullParameter(PreparedStatement to, int at, Instant value, @Nullable JdbcType type)
            throws SQLException {
        to.setObject(at, write(value));
    }

    @Override
    public @Nullable Instant getNullableResult(ResultSet from, String column) throws SQLException {
        return read(from.getObject(column, LocalDateTime.class));
    }

    @Override
    public @Nullable Instant getNullableResult(ResultSet from, int column) throws SQLException {
        return read(from.getObject(column, LocalDateTime.class));
    }

    @Override
    public @Nullable Instant getNullableResult(CallableStatement from, int column) throws SQLException {
        return read(from.getObject(column, LocalDateTime.class));
    }

    static LocalDateTime write(Instant value) {
        return LocalDateTime.ofInstant(value.truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    }

    static @Nullable Instant read(@Nullable LocalDateTime value) {
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }
}
