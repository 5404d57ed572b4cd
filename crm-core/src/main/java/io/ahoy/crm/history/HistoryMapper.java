package io.ahoy.crm.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

interface HistoryMapper {
    /** Fills in the facts of the arrival, also when the router's state came first. */
    @Insert("""
            INSERT INTO interaction (id, channel, from_shown, from_e164, from_address, withheld, to_shown, customer, organisation,
              arrived_at, state)
            VALUES (#{id}, #{channel}, #{from}, #{fromE164}, #{fromAddress}, #{withheld}, #{to}, #{customer},
                    (SELECT organisation FROM customer WHERE id = #{customer}), #{arrivedAt}, 'IVR')
            ON DUPLICATE KEY UPDATE channel = VALUES(channel), from_shown = VALUES(from_shown),
              from_e164 = VALUES(from_e164), from_address = VALUES(from_address), withheld = VALUES(withheld),
              to_shown = VALUES(to_shown), organisation = IF(customer IS NULL, VALUES(organisation), organisation),
              customer = COALESCE(customer, VALUES(customer)), arrived_at = VALUES(arrived_at)
            """)
    void open(NewContact contact);

    /** A row that is not there yet is made with what is known; {@link #open} completes it. */
    @Insert("""
            INSERT INTO interaction (id, channel, from_shown, withheld, to_shown, arrived_at, ended_at, state, cause)
            VALUES (#{row.interaction}, 'VOICE', '', TRUE, '', #{arrivedAt}, #{row.endedAt}, #{row.state}, #{row.cause})
            ON DUPLICATE KEY UPDATE state = VALUES(state), ended_at = COALESCE(VALUES(ended_at), ended_at),
              cause = COALESCE(VALUES(cause), cause)
            """)
    void saveState(StateRow row, Instant arrivedAt);

    @Select("""
            SELECT id FROM interaction WHERE state = 'IVR' AND channel <> 'EMAIL' AND arrived_at < #{before} ORDER BY arrived_at LIMIT #{limit}
            """)
    List<UUID> inIvr(Instant before, int limit);

    /** Only if he still is: meanwhile the router may have heard of him. */
    @Update("""
            UPDATE interaction SET state = 'CLOSED', ended_at = #{endedAt}, cause = #{cause}
            WHERE id = #{interaction} AND state = 'IVR'
            """)
    int closeInIvr(UUID interaction, Instant endedAt, String cause);

    @Insert("""
            INSERT INTO segment (interaction, number, queue, agent, entered_at, answered_at, ended_at, cleared_at, outcome, cause,
              promised_low_ms, promised_high_ms)
            VALUES (#{interaction}, #{number}, #{queue}, #{agent}, #{enteredAt}, #{answeredAt}, #{endedAt}, #{clearedAt},
                    #{outcome}, #{cause}, #{promisedLow}, #{promisedHigh})
            ON DUPLICATE KEY UPDATE queue = VALUES(queue), agent = VALUES(agent), entered_at = VALUES(entered_at),
              answered_at = VALUES(answered_at), ended_at = VALUES(ended_at), cleared_at = VALUES(cleared_at),
              outcome = VALUES(outcome), cause = VALUES(cause), promised_low_ms = VALUES(promised_low_ms),
              promised_high_ms = VALUES(promised_high_ms)
            """)
    void saveSegment(SegmentRow row);

    @Insert("""
            INSERT INTO offer (interaction, attempt, agent, queue, offered_at, ended_at, outcome, reason)
            VALUES (#{interaction}, #{attempt}, #{agent}, #{queue}, #{offeredAt}, #{endedAt}, #{outcome}, #{reasonJson})
            ON DUPLICATE KEY UPDATE agent = VALUES(agent), queue = VALUES(queue), offered_at = VALUES(offered_at),
              ended_at = VALUES(ended_at), outcome = VALUES(outcome), reason = VALUES(reason)
            """)
    void saveOffer(OfferRow row);

    /** What is absent stays as it was. A draft that arrives after the final word is too late and changes nothing. */
    @Insert("""
            INSERT INTO wrap_up (interaction, agent, disposition, note, written_at)
            VALUES (#{interaction}, #{agent}, #{disposition}, COALESCE(#{note}, ''), UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE
              disposition = IF(done_at IS NULL, COALESCE(#{disposition}, disposition), disposition),
              note = IF(done_at IS NULL, COALESCE(#{note}, note), note),
              written_at = IF(done_at IS NULL, VALUES(written_at), written_at)
            """)
    void draft(UUID interaction, UUID agent, Optional<String> disposition, Optional<String> note);

    @Insert("""
            INSERT INTO wrap_up (interaction, agent, disposition, note, written_at, done_at)
            VALUES (#{interaction}, #{agent}, #{disposition}, COALESCE(#{note}, ''), #{now}, #{now})
            ON DUPLICATE KEY UPDATE disposition = VALUES(disposition), note = COALESCE(#{note}, note),
              written_at = VALUES(written_at), done_at = VALUES(done_at)
            """)
    void wrapUp(UUID interaction, UUID agent, String disposition, Optional<String> note, Instant now);

    @Select("""
            SELECT from_e164 FROM interaction
            WHERE id = #{interaction} AND customer IS NULL AND NOT withheld AND from_e164 IS NOT NULL
            """)
    Optional<String> numberOfUnknownCaller(UUID interaction);

    @Select("""
            SELECT from_address AS address, from_shown AS name FROM interaction
            WHERE id = #{interaction} AND customer IS NULL AND from_address IS NOT NULL
            """)
    Optional<UnknownWriter> unknownWriter(UUID interaction);

    /** @param name as he writes it himself, or his address */
    record UnknownWriter(String address, String name) {}

    @Update("UPDATE interaction SET customer = #{customer} WHERE from_address = #{address} AND customer IS NULL")
    void claimMails(UUID customer, String address);

    /** Also his earlier calls, which nobody wrapped up. */
    @Update(
            "UPDATE interaction SET customer = #{customer} WHERE from_e164 = #{e164} AND customer IS NULL AND NOT withheld")
    void claim(UUID customer, String e164);

    /** To somebody else, or nobody. */
    @Update("""
            UPDATE interaction SET customer = #{customer},
              organisation = (SELECT organisation FROM customer WHERE id = #{customer})
            WHERE id = #{interaction}
            """)
    void moveTo(UUID interaction, Optional<UUID> customer);

    @Insert("""
            INSERT INTO interaction_move (id, interaction, from_customer, to_customer, agent, at)
            VALUES (#{id}, #{interaction}, #{from}, #{to}, #{agent}, #{at})
            """)
    void insertMove(UUID id, UUID interaction, Optional<UUID> from, Optional<UUID> to, UUID agent, Instant at);

    @Select("""
            SELECT owner FROM service_case
            WHERE customer = #{customer} AND owner IS NOT NULL AND state_kind IN ('NEW', 'OPEN', 'WAITING_FOR_CUSTOMER')
            ORDER BY due_at, number LIMIT 1
            """)
    Optional<UUID> agentOfCase(UUID customer);

    /** A conversation that still goes on counts too: he who was cut off calls again at once. */
    @Select("""
            SELECT s.agent FROM interaction i JOIN segment s ON s.interaction = i.id
            WHERE i.customer = #{customer} AND i.arrived_at >= #{since} AND s.answered_at IS NOT NULL AND s.agent IS NOT NULL
            ORDER BY s.answered_at DESC LIMIT 1
            """)
    Optional<UUID> lastAgent(UUID customer, Instant since);
}
