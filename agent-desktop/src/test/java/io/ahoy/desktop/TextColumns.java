package io.ahoy.desktop;

import io.ahoy.crm.store.Db;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks for words in every column of the database that can hold text. */
final class TextColumns {
    private TextColumns() {}

    /** Table, column and word of each find. */
    static List<String> with(Db db, List<String> words) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = db.connection();
                var columns = connection
                        .createStatement()
                        .executeQuery("SELECT table_name, column_name FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'tinytext', 'text',"
                                + " 'mediumtext', 'longtext', 'json', 'blob', 'longblob')")) {
            while (columns.next()) {
                for (String word : words) {
                    if (holds(connection, columns.getString(1), columns.getString(2), word)) {
                        found.add(columns.getString(1) + "." + columns.getString(2) + " " + word);
                    }
                }
            }
        }
        return found;
    }

    /** The names come from the schema itself, and cannot be parameters. */
    private static boolean holds(Connection connection, String table, String column, String word) throws SQLException {
        try (var search = connection.prepareStatement(
                "SELECT COUNT(*) FROM `" + table + "` WHERE INSTR(`" + column + "`, ?) > 0")) {
            search.setString(1, word);
            try (ResultSet count = search.executeQuery()) {
                count.next();
                return count.getInt(1) > 0;
            }
        }
    }
}
