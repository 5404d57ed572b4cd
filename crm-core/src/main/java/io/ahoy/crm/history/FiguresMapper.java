package io.ahoy.crm.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Select;

/** METRICS.md in SQL. A wait is counted in milliseconds, as the columns hold them. */
interface FiguresMapper {
    /**
     * The segments that entered each queue in [from, until), judged at {@code now}; not of queues whose waits pass only in their hours,
     * which SQL does not know. "Left" is a segment's end without an
     * agent: one that an agent had answered and then transferred is answered and nothing else.
     */
    @Select("""
            WITH judged AS (
              SELECT s.queue, s.outcome,
                q.service_level_threshold_ms AS t_ms, q.short_abandon_ms AS s_ms,
                s.answered_at IS NOT NULL AS answered,
                s.answered_at IS NULL AND s.outcome = 'ABANDONED' AS abandoned,
                s.answered_at IS NULL AND s.outcome = 'FLOWED_OUT' AS flowed_out,
                s.answered_at IS NULL AND s.outcome = 'OPEN' AS waiting,
                s.answered_at IS NOT NULL AND s.cleared_at IS NOT NULL AS handled,
                GREATEST(0, TIMESTAMPDIFF(MICROSECOND, s.entered_at, COALESCE(s.answered_at, s.ended_at, #{now})) DIV 1000)
                  AS wait_ms,
                COALESCE(TIMESTAMPDIFF(MICROSECOND, s.answered_at, s.cleared_at) DIV 1000, 0) AS handle_ms,
                COALESCE(TIMESTAMPDIFF(MICROSECOND, COALESCE(s.ended_at, s.cleared_at), s.cleared_at) DIV 1000, 0) AS acw_ms,
                s.promised_high_ms IS NOT NULL AS promised, s.promised_low_ms AS low_ms, s.promised_high_ms AS high_ms
              FROM segment s JOIN queue q ON q.id = s.queue AND NOT q.service_level_in_hours
              WHERE s.entered_at >= #{from} AND s.entered_at < #{until} AND s.outcome <> 'WRITTEN'
            )
            SELECT queue,
              COUNT(*) AS offered,
              SUM(answered) AS answered,
              SUM(answered AND wait_ms <= t_ms) AS answered_in_time,
              SUM(abandoned) AS abandoned,
              SUM(abandoned AND wait_ms < s_ms) AS short_abandoned,
              SUM(flowed_out) AS flowed_out,
              SUM(flowed_out AND wait_ms < t_ms) AS flowed_out_early,
              SUM(waiting) AS waiting,
              SUM(waiting AND wait_ms < t_ms) AS waiting_early,
              SUM(IF(answered, wait_ms, 0)) AS wait_of_answered,
              MAX(IF(answered OR abandoned, wait_ms, 0)) AS longest_wait,
              SUM(handled) AS handled,
              SUM(IF(handled, handle_ms, 0)) AS handle_time,
              SUM(IF(handled, acw_ms, 0)) AS after_contact_work,
              SUM(promised AND answered) AS promised_answered,
              COALESCE(SUM(promised AND abandoned AND wait_ms > high_ms), 0) AS promised_outwaited,
              COALESCE(SUM(promised AND answered AND wait_ms BETWEEN low_ms AND high_ms), 0) AS promised_kept,
              COALESCE(SUM(IF(promised AND answered, ABS(wait_ms - (low_ms + high_ms) DIV 2), 0)), 0) AS promised_error
            FROM judged GROUP BY queue
            """)
    List<FiguresRow> figures(Instant from, Instant until, Instant now);

    @Select("""
            SELECT queue, MIN(entered_at) AS entered_at FROM segment
            WHERE outcome = 'OPEN' AND answered_at IS NULL AND ended_at IS NULL GROUP BY queue
            """)
    List<OldestRow> oldestWaiting();

    /** The segments that entered queues whose waits pass only in their hours. */
    @Select("""
            SELECT s.queue, s.entered_at, s.answered_at, s.ended_at, s.cleared_at, s.outcome,
              s.promised_low_ms AS promised_low, s.promised_high_ms AS promised_high
            FROM segment s JOIN queue q ON q.id = s.queue AND q.service_level_in_hours
            WHERE s.entered_at >= #{from} AND s.entered_at < #{until} AND s.outcome <> 'WRITTEN'
            """)
    List<Stay> inHours(Instant from, Instant until);

    @Select("SELECT id FROM queue ORDER BY place, id")
    List<String> queues();

    /** Of the same queues as the figures, only minutes in which somebody entered; {@code minute} counts from {@code from}. */
    @Select("""
            SELECT s.queue, TIMESTAMPDIFF(MINUTE, #{from}, entered_at) AS minute,
              SUM(answered_at IS NOT NULL) AS answered,
              SUM(answered_at IS NULL AND outcome = 'ABANDONED') AS abandoned,
              COALESCE(MAX(IF(answered_at IS NOT NULL OR outcome = 'ABANDONED',
                TIMESTAMPDIFF(MICROSECOND, entered_at, COALESCE(answered_at, ended_at)) DIV 1000, 0)), 0) AS max_wait
            FROM segment s JOIN queue q ON q.id = s.queue AND NOT q.service_level_in_hours
            WHERE entered_at >= #{from} AND entered_at < #{until} AND outcome <> 'WRITTEN'
            GROUP BY s.queue, minute
            """)
    List<MinuteRow> minutes(Instant from, Instant until);

    record FiguresRow(
            String queue,
            int offered,
            int answered,
            int answeredInTime,
            int abandoned,
            int shortAbandoned,
            int flowedOut,
            int flowedOutEarly,
            int waiting,
            int waitingEarly,
            Duration waitOfAnswered,
            Duration longestWait,
            int handled,
            Duration handleTime,
            Duration afterContactWork,
            int promisedAnswered,
            int promisedOutwaited,
            int promisedKept,
            Duration promisedError) {
        QueueFigures figures() {
            return new QueueFigures(
                    offered,
                    answered,
                    answeredInTime,
                    abandoned,
                    shortAbandoned,
                    flowedOut,
                    flowedOutEarly,
                    waiting,
                    waitingEarly,
                    waitOfAnswered,
                    longestWait,
                    Optional.empty(),
                    handled,
                    handleTime,
                    afterContactWork,
                    new EstimateFigures(promisedAnswered, promisedOutwaited, promisedKept, promisedError));
        }
    }

    record OldestRow(String queue, Instant enteredAt) {}

    record MinuteRow(String queue, int minute, int answered, int abandoned, Duration maxWait) {
        MinuteRow plus(MinuteRow other) {
            Duration longer = maxWait.compareTo(other.maxWait) >= 0 ? maxWait : other.maxWait;
            return new MinuteRow(queue, minute, answered + other.answered, abandoned + other.abandoned, longer);
        }
    }
}
