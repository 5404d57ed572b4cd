package io.ahoy.crm.mail;

import io.ahoy.crm.mail.Mails.MailRow;
import io.ahoy.crm.store.Db;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** The mails that a person is shown of himself: his own, and those that were written to him. */
public final class ExportedMails {
    private final Db db;

    public ExportedMails(Db db) {
        this.db = db;
    }

    /** Oldest first. */
    public List<Mail> of(UUID customer) {
        return db.call(session -> session.getMapper(ExportedMailMapper.class).of(customer).stream()
                .map(MailRow::mail)
                .toList());
    }

    interface ExportedMailMapper {
        @Select("SELECT " + MailMapper.MAIL + """
                 FROM mail m WHERE m.state <> 'DUPLICATE' AND m.id IN (
                  SELECT t.id FROM interaction i JOIN mail t ON t.interaction = i.id WHERE i.customer = #{customer}
                  UNION SELECT f.id FROM contact_point p JOIN mail f ON f.from_address = p.value
                    WHERE p.owner = #{customer} AND p.kind = 'EMAIL'
                  UNION SELECT r.mail FROM contact_point p JOIN mail_recipient r ON r.address = LOWER(p.value)
                    WHERE p.owner = #{customer} AND p.kind = 'EMAIL')
                ORDER BY m.at, m.id
                """)
        List<MailRow> of(UUID customer);
    }
}
