package io.ahoy.crm.mail;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.ahoy.crm.casework.MergedCase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Mails that an agent put into another conversation.
 *
 * @param from the conversation that lost them
 * @param to that has them now
 * @param interaction of a split: that it became; of a join: on which it was done
 * @param size mails of {@code to} afterwards
 * @param before what else was
 * @param mails that moved
 * @param undoneAt when they went back
 */
public record Move(
        UUID id,
        Kind kind,
        UUID from,
        UUID to,
        Optional<UUID> mail,
        UUID interaction,
        UUID agent,
        Instant at,
        int size,
        Before before,
        List<Standing> mails,
        Optional<Instant> undoneAt) {
    public Move {
        mails = List.copyOf(mails);
    }

    public enum Kind {
        /** Some mails of a conversation became one of their own. */
        SPLIT,
        /** A whole conversation became part of another one. */
        JOIN
    }

    /** Where a mail was. */
    public record Standing(UUID mail, Optional<UUID> interaction) {}

    /**
     * What the router is to be told of an interaction.
     *
     * @param prefer the agent who is asked first
     * @param by what is withdrawn is so also where he has it, whose wish it is
     */
    public record Routing(
            UUID interaction,
            String queue,
            Instant arrivedAt,
            Optional<UUID> prefer,
            Telling telling,
            Optional<UUID> by) {
        public static Routing arrives(UUID interaction, String queue, Instant arrivedAt, Optional<UUID> prefer) {
            return new Routing(interaction, queue, arrivedAt, prefer, Telling.ARRIVES, Optional.empty());
        }

        public Routing withdrawn(Optional<UUID> agent) {
            return new Routing(interaction, queue, arrivedAt, prefer, Telling.WITHDRAWN, agent);
        }
    }

    public enum Telling {
        /** It waits from now on. */
        ARRIVES,
        /** It waits no longer; where somebody else has taken it meanwhile, it stays with him. Older rows have another word for it. */
        @JsonAlias("ENDS")
        WITHDRAWN
    }

    /**
     * @param drafts that went along
     * @param interactions that {@code mail_conversation} named of the conversation that was joined
     * @param followUps of both conversations
     * @param opened the case that a split opened
     * @param merged the case that went on in the other one
     * @param attached a case that the interaction belongs to since
     */
    public record Before(
            List<UUID> drafts,
            List<UUID> interactions,
            List<FollowUp> followUps,
            Optional<Routing> routing,
            Optional<UUID> opened,
            Optional<MergedCase> merged,
            Optional<UUID> attached) {
        public Before {
            drafts = List.copyOf(drafts);
            interactions = List.copyOf(interactions);
            followUps = List.copyOf(followUps);
        }

        static final Before NOTHING = new Before(
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        public Before withRouting(Optional<Routing> other) {
            return new Before(drafts, interactions, followUps, other, opened, merged, attached);
        }

        /** Whoever has what was to be withdrawn keeps it: it is one more of the interactions that the conversation had. */
        Before staying() {
            List<UUID> all = Stream.concat(
                            interactions.stream(), routing.stream().map(Routing::interaction))
                    .distinct()
                    .toList();
            return new Before(drafts, all, followUps, Optional.empty(), opened, merged, attached);
        }

        public Before withOpened(Optional<UUID> serviceCase) {
            return new Before(drafts, interactions, followUps, routing, serviceCase, merged, attached);
        }

        public Before withCases(Optional<MergedCase> ended, Optional<UUID> since) {
            return new Before(drafts, interactions, followUps, routing, opened, ended, since);
        }
    }

    public Move with(Before other) {
        return new Move(id, kind, from, to, mail, interaction, agent, at, size, other, mails, undoneAt);
    }
}
