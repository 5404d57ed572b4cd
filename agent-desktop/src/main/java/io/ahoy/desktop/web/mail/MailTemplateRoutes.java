package io.ahoy.desktop.web.mail;

import io.ahoy.crm.team.Configurations;
import io.ahoy.crm.team.MailTemplate;
import io.ahoy.crm.team.MailTemplate.Purpose;
import io.ahoy.crm.team.Titles;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /mail-templates}: the canned answers, for who writes. */
public final class MailTemplateRoutes {
    private final Configurations configurations;

    public MailTemplateRoutes(Configurations configurations) {
        this.configurations = configurations;
    }

    public void register(Api api) {
        api.get("/mail-templates", Access.SIGNED_IN, this::list);
    }

    private record View(String id, Titles title, Optional<String> queue, Map<String, MailTemplate.Text> texts) {
        static View of(MailTemplate template) {
            return new View(template.id(), template.title(), template.queue(), template.texts());
        }
    }

    private Answer list(Request request) {
        Optional<String> queue = request.query("queue");
        List<View> views = configurations.read().mailTemplates().stream()
                .filter(one -> one.purpose() == Purpose.CANNED)
                .filter(one ->
                        queue.isEmpty() || one.queue().isEmpty() || one.queue().equals(queue))
                .map(View::of)
                .toList();
        return Answer.of(views);
    }
}
