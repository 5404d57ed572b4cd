package io.ahoy.crm.order;

import io.ahoy.crm.access.Actor;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Refusal;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.order.OrderMapper.UsesRow;
import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.UuidV7;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.session.SqlSession;

/** What is sold. Written by number, so that sending it again changes nothing. */
public final class Products {
    private final Db db;

    public Products(Db db) {
        this.db = db;
    }

    public Optional<Product> get(String number) {
        return db.call(session -> mapper(session).product(number));
    }

    /**
     * By number.
     *
     * @param after the number of the last of the page before
     */
    public List<Product> page(Optional<String> after, int limit) {
        return db.call(session -> mapper(session).products(after, limit));
    }

    /** Makes it, or says everything of it anew. */
    public Product put(String number, ProductDraft draft, Actor actor) {
        OrderCheck.number(number);
        OrderCheck.check(draft);
        return db.call(session -> {
            OrderMapper mapper = mapper(session);
            UUID id = UuidV7.next(actor.now());
            if (mapper.insertProduct(id, number, draft, actor.now()) == 1) {
                Product made = mapper.product(number).orElseThrow();
                Audit.created(session, actor, Subject.PRODUCT, made.id(), made);
                return made;
            }
            Product before = mapper.lockProduct(number).orElseThrow(Products::missing);
            if (before.title().equals(draft.title()) && before.active() == draft.active()) {
                return before;
            }
            mapper.updateProduct(before.id(), draft, actor.now());
            Product after = mapper.product(number).orElseThrow();
            Audit.changed(session, actor, Subject.PRODUCT, after.id(), before, after);
            return after;
        });
    }

    /** Only one that nothing is about. */
    public void delete(String number, Actor actor) {
        db.run(session -> {
            Product before = mapper(session).lockProduct(number).orElseThrow(Products::missing);
            UsesRow uses = mapper(session).usesOf(before.id());
            if (uses.orderLines() > 0 || uses.cases() > 0) {
                throw new Refusal.Conflict(uses.orderLines() + " lines of orders and " + uses.cases()
                        + " cases are about it. Write it as no longer active instead.");
            }
            mapper(session).deleteProduct(before.id());
            Audit.deleted(session, actor, Subject.PRODUCT, before.id(), before);
        });
    }

    private static Refusal.Unknown missing() {
        return new Refusal.Unknown("There is no such product.");
    }

    private static OrderMapper mapper(SqlSession session) {
        return session.getMapper(OrderMapper.class);
    }
}
