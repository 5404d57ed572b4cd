package io.ahoy.crm.order;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.customer.Findable;
import io.ahoy.crm.order.OrderMapper.LineRow;
import io.ahoy.crm.order.OrderMapper.OrderRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** What customers ordered and agreed. Written by number, so that sending it again changes nothing. */
public final class Orders {
    private final Db db;

    public Orders(Db db) {
        this.db = db;
    }

    public Optional<Order> get(String number) {
        return db.call(session -> find(session, number));
    }

    /**
     * The newest first.
     *
     * @param after the last of the page before
     */
    public List<Order> page(Optional<UUID> customer, Optional<UUID> after, int limit) {
        return db.call(session -> complete(session, mapper(session).orders(customer, after, limit)));
    }

    /** Those that still exist, by number. */
    public List<Order> all(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.call(session -> complete(session, mapper(session).ordersOf(ids)));
    }

    /** Makes it, or says everything of it anew. */
    public Order put(String number, OrderDraft draft, Actor actor) {
        OrderCheck.number(number);
        OrderCheck.check(draft);
        return db.call(session -> {
            OrderMapper mapper = mapper(session);
            OrderCheck.require(mapper.customer(draft.customer()).isPresent(), "customer", "There is no such customer.");
            UUID id = UuidV7.next(actor.now());
            if (mapper.insertOrder(id, number, draft, actor.now()) == 1) {
                Findable.write(session, id, Subject.ORDER, number, "");
                writeLines(session, id, draft);
                Order made = find(session, number).orElseThrow();
                Audit.created(session, actor, Subject.ORDER, id, made);
                return made;
            }
            UUID known = mapper.lockOrder(number).orElseThrow(Orders::missing);
            Order before = find(session, number).orElseThrow(Orders::missing);
            if (draftOf(before).equals(draft)) {
                return before;
            }
            mapper.updateOrder(known, draft, actor.now());
            mapper.deleteLines(known);
            writeLines(session, known, draft);
            Order after = find(session, number).orElseThrow();
            Audit.changed(session, actor, Subject.ORDER, known, before, after);
            return after;
        });
    }

    public void delete(String number, Actor actor) {
        db.run(session -> {
            UUID id = mapper(session).lockOrder(number).orElseThrow(Orders::missing);
            Order before = find(session, number).orElseThrow(Orders::missing);
            Findable.remove(session, id);
            mapper(session).deleteOrder(id);
            Audit.deleted(session, actor, Subject.ORDER, id, before);
        });
    }

    private static void writeLines(SqlSession session, UUID id, OrderDraft draft) {
        for (int place = 0; place < draft.lines().size(); place++) {
            OrderDraft.Line line = draft.lines().get(place);
            String field = "lines." + place + ".product";
            UUID product = mapper(session)
                    .productId(line.product())
                    .orElseThrow(() -> new Refusal.Invalid(field, "There is no such product; write it first."));
            mapper(session).insertLine(id, place, product, line);
        }
    }

    private static OrderDraft draftOf(Order order) {
        return new OrderDraft(
                order.kind(),
                order.customer().id(),
                order.status(),
                order.statusKind(),
                order.placedAt(),
                order.expectedAt(),
                order.endsAt(),
                order.lines().stream()
                        .map(line -> new OrderDraft.Line(
                                line.product(), line.quantity(), line.priceMinor(), line.currency(), line.status()))
                        .toList());
    }

    private static Optional<Order> find(SqlSession session, String number) {
        return mapper(session)
                .order(number)
                .map(row -> complete(session, List.of(row)).getFirst());
    }

    private static List<Order> complete(SqlSession session, List<OrderRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(OrderRow::id).toList();
        Map<UUID, List<Order.Line>> lines = mapper(session).lines(ids).stream()
                .collect(groupingBy(LineRow::customerOrder, mapping(LineRow::line, toList())));
        return rows.stream()
                .map(row -> row.with(lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Refusal.Unknown missing() {
        return new Refusal.Unknown("There is no such order.");
    }

    private static OrderMapper mapper(SqlSession session) {
        return session.getMapper(OrderMapper.class);
    }
}
