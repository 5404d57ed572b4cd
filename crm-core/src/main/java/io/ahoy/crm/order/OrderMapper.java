package io.ahoy.crm.order;

import io.ahoy.crm.customer.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface OrderMapper {
    // ---- products

    @Select("SELECT id, version, number, title, active, changed_at FROM product WHERE number = #{number}")
    Optional<Product> product(String number);

    /** Whoever else writes the one of this number, or makes it, waits. */
    @Select("SELECT id, version, number, title, active, changed_at FROM product WHERE number = #{number} FOR UPDATE")
    Optional<Product> lockProduct(String number);

    @Select("""
            <script>
            SELECT id, version, number, title, active, changed_at FROM product WHERE TRUE
            <if test="after.isPresent()">AND number &gt; #{after}</if>
            ORDER BY number LIMIT #{limit}
            </script>
            """)
    List<Product> products(Optional<String> after, int limit);

    @Insert("""
            INSERT IGNORE INTO product (id, number, title, active, changed_at)
            VALUES (#{id}, #{number}, #{draft.title}, #{draft.active}, #{now})
            """)
    int insertProduct(UUID id, String number, ProductDraft draft, Instant now);

    @Update("""
            UPDATE product SET title = #{draft.title}, active = #{draft.active}, changed_at = #{now}, version = version + 1
            WHERE id = #{id}
            """)
    void updateProduct(UUID id, ProductDraft draft, Instant now);

    @Delete("DELETE FROM product WHERE id = #{id}")
    void deleteProduct(UUID id);

    @Select("""
            SELECT (SELECT COUNT(*) FROM order_line WHERE product = #{id}) AS order_lines,
              (SELECT COUNT(*) FROM service_case WHERE product = #{id}) AS cases
            """)
    UsesRow usesOf(UUID id);

    // ---- orders

    String ORDER = """
            o.id, o.version, o.number, o.kind, o.customer, c.name AS customer_name, o.status, o.status_kind, o.placed_at,
            o.expected_at, o.ends_at, o.changed_at FROM customer_order o JOIN customer c ON c.id = o.customer
            """;

    @Select("SELECT " + ORDER + " WHERE o.number = #{number}")
    Optional<OrderRow> order(String number);

    @Select("SELECT id FROM customer_order WHERE number = #{number} FOR UPDATE")
    Optional<UUID> lockOrder(String number);

    /** The newest first. */
    @Select("<script>SELECT " + ORDER + """
            WHERE TRUE
            <if test="customer.isPresent()">AND o.customer = #{customer}</if>
            <if test="after.isPresent()">
              AND (o.placed_at &lt; (SELECT placed_at FROM customer_order WHERE id = #{after})
                OR o.placed_at = (SELECT placed_at FROM customer_order WHERE id = #{after}) AND o.id &lt; #{after})
            </if>
            ORDER BY o.placed_at DESC, o.id DESC LIMIT #{limit}
            </script>
            """)
    List<OrderRow> orders(Optional<UUID> customer, Optional<UUID> after, int limit);

    @Select("<script>SELECT " + ORDER + """
            WHERE o.id IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach> ORDER BY o.number
            </script>
            """)
    List<OrderRow> ordersOf(List<UUID> ids);

    @Select("""
            <script>
            SELECT l.customer_order, p.number AS product, p.title, l.quantity, l.price_minor, l.currency, l.status
            FROM order_line l JOIN product p ON p.id = l.product
            WHERE l.customer_order IN <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
            ORDER BY l.customer_order, l.place
            </script>
            """)
    List<LineRow> lines(List<UUID> ids);

    @Insert("""
            INSERT IGNORE INTO customer_order (id, number, kind, customer, status, status_kind, placed_at, expected_at, ends_at,
              changed_at)
            VALUES (#{id}, #{number}, #{draft.kind}, #{draft.customer}, #{draft.status}, #{draft.statusKind}, #{draft.placedAt},
                    #{draft.expectedAt}, #{draft.endsAt}, #{now})
            """)
    int insertOrder(UUID id, String number, OrderDraft draft, Instant now);

    @Update("""
            UPDATE customer_order SET kind = #{draft.kind}, customer = #{draft.customer}, status = #{draft.status},
              status_kind = #{draft.statusKind}, placed_at = #{draft.placedAt}, expected_at = #{draft.expectedAt},
              ends_at = #{draft.endsAt}, changed_at = #{now}, version = version + 1
            WHERE id = #{id}
            """)
    void updateOrder(UUID id, OrderDraft draft, Instant now);

    @Delete("DELETE FROM customer_order WHERE id = #{id}")
    void deleteOrder(UUID id);

    @Delete("DELETE FROM order_line WHERE customer_order = #{id}")
    void deleteLines(UUID id);

    @Insert("""
            INSERT INTO order_line (customer_order, place, product, quantity, price_minor, currency, status)
            VALUES (#{id}, #{place}, #{product}, #{line.quantity}, #{line.priceMinor}, #{line.currency}, #{line.status})
            """)
    void insertLine(UUID id, int place, UUID product, OrderDraft.Line line);

    /** Held until the order is written. */
    @Select("SELECT id FROM customer WHERE id = #{id} LOCK IN SHARE MODE")
    Optional<UUID> customer(UUID id);

    @Select("SELECT id FROM product WHERE number = #{number} LOCK IN SHARE MODE")
    Optional<UUID> productId(String number);

    record UsesRow(long orderLines, long cases) {}

    record LineRow(
            UUID customerOrder,
            String product,
            String title,
            int quantity,
            long priceMinor,
            String currency,
            String status) {
        Order.Line line() {
            return new Order.Line(product, title, quantity, priceMinor, currency, status);
        }
    }

    record OrderRow(
            UUID id,
            long version,
            String number,
            Order.Kind kind,
            UUID customer,
            String customerName,
            String status,
            Order.StatusKind statusKind,
            Instant placedAt,
            Optional<Instant> expectedAt,
            Optional<Instant> endsAt,
            Instant changedAt) {
        Order with(List<Order.Line> lines) {
            return new Order(
                    id,
                    version,
                    number,
                    kind,
                    new Named(customer, customerName),
                    status,
                    statusKind,
                    placedAt,
                    expectedAt,
                    endsAt,
                    changedAt,
                    lines);
        }
    }
}
