package io.ahoy.crm.mail.report;

import java.time.Instant;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.ResultType;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.session.ResultHandler;

interface MailReportMapper {
    /**
     * Everything about the mails that came in [from, until), read along the index {@code mail_report}; calendars and quantiles are for the
     * reader, since SQL knows neither. A follow-up that comes back was sent by nobody and is left out. Which contact a mail began is told
     * by its id: it is the mail's own, but for one that an agent made the beginning of another matter.
     */
    @Select("""
            SELECT m.id, m.at, m.state, m.kind, m.mailbox, m.interaction, d.queue AS decided,
              i.service_case IS NOT NULL AS has_case, c.category, i.ended_at AS closed_at, c.solved_at,
              EXISTS (SELECT 1 FROM segment h WHERE h.interaction = s.interaction AND h.answered_at IS NOT NULL) AS had,
              IF(m.interaction = COALESCE(v.interaction, m.id), (
                SELECT MIN(y.sent_at) FROM mail a JOIN mail_delivery y ON y.mail = a.id AND y.state = 'SENT'
                WHERE a.interaction = m.interaction AND a.direction = 'OUT' AND a.kind IN ('ANSWER', 'NEW')
                  AND a.author IS NOT NULL), NULL) AS first_answer,
              (SELECT GROUP_CONCAT(r.reason) FROM mail_reply r WHERE r.mail = m.id) AS replies,
              s.number IS NULL OR s.number = (SELECT MIN(f.number) FROM segment f WHERE f.interaction = s.interaction) AS first,
              s.queue, s.entered_at, s.answered_at, s.ended_at, s.cleared_at, s.outcome
            FROM mail m
            LEFT JOIN mail_decision d ON d.mail = m.id
            LEFT JOIN interaction i ON i.id = m.interaction
            LEFT JOIN service_case c ON c.id = i.service_case
            LEFT JOIN mail_move v ON v.mail = m.id AND v.interaction = m.interaction AND v.undone_at IS NULL
            LEFT JOIN segment s ON s.interaction = m.interaction AND m.interaction = COALESCE(v.interaction, m.id)
            WHERE m.direction = 'IN' AND m.at >= #{from} AND m.at < #{until} AND m.state <> 'DUPLICATE'
              AND NOT m.follow_up
            """)
    @Options(fetchSize = 1_000)
    @ResultType(CameRow.class)
    void came(Instant from, Instant until, ResultHandler<CameRow> reader);
}
