package io.ahoy.crm.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface CustomerMapper {
    @Select("SELECT id, name, language, vip, since FROM customer WHERE id = #{id}")
    Optional<CustomerRow> get(UUID id);

    @Select("SELECT customer FROM contact_point WHERE kind = 'PHONE' AND value = #{e164}")
    Optional<UUID> ownerOf(String e164);

    @Select("""
            <script>
            SELECT customer, kind, value, label, main FROM contact_point WHERE customer IN
            <foreach collection="customers" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY main DESC, kind, value
            </script>
            """)
    List<PointRow> points(List<UUID> customers);

    /** The pattern looks anywhere in the name, so this reads the names of all customers; the limit stops it early. */
    @Select("""
            SELECT id, name, language, vip, since FROM customer WHERE name LIKE #{pattern} ESCAPE '!' ORDER BY name, id
            LIMIT #{limit}
            """)
    List<CustomerRow> byName(String pattern, int limit);

    @Select("""
            SELECT DISTINCT c.id, c.name, c.language, c.vip, c.since FROM number_ending e JOIN customer c ON c.id = e.customer
            WHERE e.ending LIKE CONCAT(#{digits}, '%') ORDER BY c.name, c.id LIMIT #{limit}
            """)
    List<CustomerRow> byDigits(String digits, int limit);

    @Insert(
            "INSERT INTO customer (id, name, language, vip, since) VALUES (#{id}, #{name}, #{language}, #{vip}, #{since})")
    void insert(Customer customer);

    /** Does nothing when the number already belongs to somebody; ask {@link #ownerOf} who won. */
    @Insert("""
            INSERT INTO contact_point (kind, value, customer, label, main)
            VALUES (#{point.kind}, #{point.value}, #{customer}, #{point.label}, #{point.primary})
            ON DUPLICATE KEY UPDATE customer = customer
            """)
    void insertPoint(UUID customer, ContactPoint point);

    @Insert("INSERT IGNORE INTO number_ending (ending, customer) VALUES (#{ending}, #{customer})")
    void insertEnding(UUID customer, String ending);

    @Update("UPDATE customer SET name = #{name} WHERE id = #{id}")
    int rename(UUID id, String name);

    @Delete("DELETE FROM customer WHERE id = #{id}")
    void delete(UUID id);

    record CustomerRow(UUID id, String name, Optional<String> language, boolean vip, Instant since) {
        Customer with(List<ContactPoint> points) {
            return new Customer(id, name, language, vip, since, points);
        }
    }

    record PointRow(UUID customer, String kind, String value, String label, boolean main) {
        ContactPoint point() {
            return new ContactPoint(kind, value, label, main);
        }
    }
}
