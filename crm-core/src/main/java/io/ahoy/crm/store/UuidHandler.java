package io.ahoy.crm.store;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** UUID columns travel as text, which every version of the driver and the server reads alike. */
final class UuidHandler extends BaseTypeHandler<UUID> {
    @Override
    public void setNonNullParameter(PreparedStatement to, int at, UUID value, @Nullable JdbcType type)
            throws SQLException {
        to.setString(at, value.toString());
    }

    @Override
    public @Nullable UUID getNullableResult(ResultSet from, String column) throws SQLException {
        return read(from.getString(column));
    }

    @Override
    public @Nullable UUID getNullableResult(ResultSet from, int column) throws SQLException {
        return read(from.getString(column));
    }

    @Override
    public @Nullable UUID getNullableResult(CallableStatement from, int column) throws SQLException {
        return read(from.getString(column));
    }

    static @Nullable UUID read(@Nullable String value) {
        return value == null ? null : UUID.fromString(value);
    }
}
