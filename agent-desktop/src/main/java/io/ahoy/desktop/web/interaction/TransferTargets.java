package io.ahoy.desktop.web.interaction;

import io.ahoy.crm.customer.PhoneNumbers;
import io.ahoy.crm.team.Team;
import io.ahoy.desktop.web.Problem;
import io.ahoy.router.acd.QueueId;
import io.ahoy.router.acd.TransferTarget;
import java.util.Optional;

/** Reads where an agent wants to transfer to: a queue of the site, a colleague's extension, or a number. */
public final class TransferTargets {
    private final Team team;
    private final PhoneNumbers numbers;

    public TransferTargets(Team team, PhoneNumbers numbers) {
        this.team = team;
        this.numbers = numbers;
    }

    TransferTarget read(Optional<String> queue, Optional<String> number) {
        if (queue.isPresent() == number.isPresent()) {
            throw Problem.unprocessable("queue", "Give either a queue or a number.");
        }
        return queue.map(this::queue).orElseGet(() -> number(number.orElseThrow()));
    }

    private TransferTarget queue(String id) {
        if (team.queues().stream().noneMatch(known -> known.id().equals(id))) {
            throw Problem.unprocessable("queue", "There is no such queue.");
        }
        return new TransferTarget.ToQueue(new QueueId(id));
    }

    private TransferTarget number(String given) {
        String text = given.strip();
        if (team.agents().stream().anyMatch(agent -> agent.extension().equals(text))) {
            return new TransferTarget.ToNumber(text);
        }
        return numbers.read(text)
                .e164()
                .map(TransferTarget.ToNumber::new)
                .orElseThrow(() -> Problem.unprocessable(
                        "number", "Neither an extension nor a telephone number; write it like +49 30 1234567."));
    }
}
