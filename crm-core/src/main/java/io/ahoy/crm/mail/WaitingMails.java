package io.ahoy.crm.mail;

import io.ahoy.crm.store.Db;
import io.ahoy.crm.store.RecordJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Select;

/** What those see of mails in a line who choose one to answer. */
public final class WaitingMails {
    private static final int PREVIEW_MAX = 140;

    private final Db db;

    public WaitingMails(Db db) {
        this.db = db;
    }

    /**
     * The message of an interaction that came last.
     *
     * @param preview how its text begins, in one line
     * @param tags given by rules
     */
    public record Glance(
            UUID interaction,
            MailAddress from,
            String subject,
            String preview,
            Optional<Customer> customer,
            List<String> tags) {
        public Glance {
            tags = List.copyOf(tags);
        }
    }

    public record Customer(UUID id, String name) {}

    /** By the interaction. One that is not stored yet is missing. */
    public Map<UUID, Glance> of(List<UUID> interactions) {
        if (interactions.isEmpty()) {
            return Map.of();
        }
        return db.call(session -> session.getMapper(WaitingMapper.class).last(interactions)).stream()
                .map(GlanceRow::glance)
                .collect(Collectors.toMap(Glance::interaction, Function.identity()));
    }

    /** As the database has it. */
    record GlanceRow(
            UUID interaction,
            String fromAddress,
            String fromName,
            String subject,
            Optional<String> text,
            Optional<UUID> customer,
            Optional<String> customerName,
            Optional<String> tags) {
        Glance glance() {
            return new Glance(
                    interaction,
                    new MailAddress(fromAddress, fromName),
                    subject,
                    Mails.cut(text.orElse("").replaceAll("\\s+", " ").strip(), PREVIEW_MAX),
                    customer.flatMap(id -> customerName.map(name -> new Customer(id, name))),
                    tags.map(json -> List.of(RecordJson.read(json, String[].class)))
                            .orElse(List.of()));
        }
    }

    interface WaitingMapper {
        /** Only the beginning of a text leaves the database: some are books, with pictures. */
        @Select("""
                <script>
                SELECT m.interaction, m.from_address, m.from_name, m.subject,
                       LEFT(JSON_VALUE(m.content, '$.text'), 1000) AS text, i.customer, c.name AS customer_name, d.tags
                FROM mail m
                LEFT JOIN interaction i ON i.id = m.interaction
                LEFT JOIN mail_decision d ON d.mail = m.id
                LEFT JOIN customer c ON c.id = i.customer
                WHERE m.interaction IN <foreach collection="interactions" item="id" open="(" separator="," close=")">#{id}</foreach>
                  AND m.id = (SELECT l.id FROM mail l WHERE l.interaction = m.interaction AND l.state IN ('STORED', 'ROUTED')
                              ORDER BY l.at DESC, l.id DESC LIMIT 1)
                </script>
                """)
        List<GlanceRow> last(List<UUID> interactions);
    }
}
