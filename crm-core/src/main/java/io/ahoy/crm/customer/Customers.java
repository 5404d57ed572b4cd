package io.ahoy.crm.customer;

import io.ahoy.crm.customer.CustomerMapper.CustomerRow;
import io.ahoy.crm.customer.CustomerMapper.PointRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;

/** The customers' records. */
public final class Customers {
    public static final int NAME_MAX = 200;
    /** Fewer digits would find nearly everybody. */
    private static final int DIGITS_MIN = 3;

    /** E.164's fifteen with two zeros in front. */
    private static final int DIGITS_MAX = 17;

    private final Db db;

    public Customers(Db db) {
        this.db = db;
    }

    public Optional<Customer> byNumber(String e164) {
        return db.call(session -> mapper(session).ownerOf(e164).flatMap(id -> find(session, id)));
    }

    public Optional<Customer> get(UUID id) {
        return db.call(session -> find(session, id));
    }

    /** By any part of the name, or by any run of at least three digits of a number. */
    public List<Customer> search(String query, int limit) {
        String text = query.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        return db.call(session -> {
            Map<UUID, CustomerRow> found = new LinkedHashMap<>();
            for (String digits : digitsIn(text)) {
                mapper(session).byDigits(digits, limit).forEach(row -> found.putIfAbsent(row.id(), row));
            }
            String pattern = "%" + text.replaceAll("[!%_]", "!$0") + "%";
            mapper(session).byName(pattern, limit).forEach(row -> found.putIfAbsent(row.id(), row));
            return withPoints(session, found.values().stream().limit(limit).toList());
        });
    }

    /** Empty when there is no such customer. */
    public Optional<Customer> rename(UUID id, String name) {
        String clean = name.strip();
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > NAME_MAX) {
            throw new IllegalArgumentException("A name has 1 to " + NAME_MAX + " characters");
        }
        return db.call(session -> {
            mapper(session).rename(id, clean);
            return find(session, id);
        });
    }

    /** The customer who has this number; a new one named after it when nobody has. */
    public Customer createFor(String e164, Instant now) {
        return db.call(session -> createFor(session, e164, now));
    }

    /** {@link #createFor(String, Instant)} as part of a larger transaction. */
    public static Customer createFor(SqlSession session, String e164, Instant now) {
        Optional<UUID> known = mapper(session).ownerOf(e164);
        if (known.isPresent()) {
            return find(session, known.get()).orElseThrow();
        }
        Customer customer = new Customer(
                UuidV7.next(now),
                e164,
                Optional.empty(),
                false,
                now,
                List.of(new ContactPoint(ContactPoint.PHONE, e164, "", true)));
        add(session, customer);
        UUID owner = mapper(session).ownerOf(e164).orElseThrow();
        if (!owner.equals(customer.id())) {
            // Two wrap-ups of the same unknown caller at once: the other was first.
            mapper(session).delete(customer.id());
        }
        return find(session, owner).orElseThrow();
    }

    public void add(Customer customer) {
        db.run(session -> add(session, customer));
    }

    /** {@link #add(Customer)} as part of a larger transaction. */
    public static void add(SqlSession session, Customer customer) {
        mapper(session).insert(customer);
        for (ContactPoint point : customer.points()) {
            mapper(session).insertPoint(customer.id(), point);
            if (point.kind().equals(ContactPoint.PHONE)) {
                endingsOf(point.value()).forEach(ending -> mapper(session).insertEnding(customer.id(), ending));
            }
        }
    }

    private static Optional<Customer> find(SqlSession session, UUID id) {
        return mapper(session)
                .get(id)
                .map(row -> withPoints(session, List.of(row)).getFirst());
    }

    private static List<Customer> withPoints(SqlSession session, List<CustomerRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ContactPoint>> points =
                mapper(session).points(rows.stream().map(CustomerRow::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                PointRow::customer, Collectors.mapping(PointRow::point, Collectors.toList())));
        return rows.stream()
                .map(row -> row.with(points.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static List<String> endingsOf(String e164) {
        String digits = e164.replaceAll("[^0-9]", "");
        List<String> endings = new ArrayList<>();
        for (int start = 0; start <= digits.length() - DIGITS_MIN; start++) {
            endings.add(digits.substring(start));
        }
        return endings;
    }

    /** The runs of digits to look for: as typed, and without the zeros that mean "national" or "abroad" and are not in E.164. */
    private static Set<String> digitsIn(String query) {
        if (!query.matches("[+0-9 ()./-]+")) {
            return Set.of();
        }
        String digits = query.replaceAll("[^0-9]", "");
        return Stream.of(digits, digits.replaceFirst("^0+", ""))
                .filter(run -> run.length() >= DIGITS_MIN && run.length() <= DIGITS_MAX)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static CustomerMapper mapper(SqlSession session) {
        return session.getMapper(CustomerMapper.class);
    }
}
