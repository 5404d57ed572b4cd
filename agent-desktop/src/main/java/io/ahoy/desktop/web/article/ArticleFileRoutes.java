package io.ahoy.desktop.web.article;

import io.ahoy.crm.access.Action;
import io.ahoy.crm.access.Audit;
import io.ahoy.crm.access.Subject;
import io.ahoy.crm.knowledge.ArticleFile;
import io.ahoy.crm.knowledge.ArticleFiles;
import io.ahoy.crm.store.Blobs;
import io.ahoy.crm.store.Db;
import io.ahoy.desktop.auth.Access;
import io.ahoy.desktop.web.Answer;
import io.ahoy.desktop.web.Api;
import io.ahoy.desktop.web.Download;
import io.ahoy.desktop.web.Problem;
import io.ahoy.desktop.web.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code /articles/files}: attachments and pictures. */
public final class ArticleFileRoutes {
    private final ArticleFiles files;
    private final Db db;

    public ArticleFileRoutes(ArticleFiles files, Db db) {
        this.files = files;
        this.db = db;
    }

    public void register(Api api) {
        Access change = Access.to(Action.CHANGE, Subject.ARTICLE);
        api.upload("/articles/:id/files", change, this::attach);
        api.get("/articles/files/:id", Access.to(Action.READ, Subject.ARTICLE), this::get);
        api.delete("/articles/files/:id", change, this::remove);
    }

    /** The content first, outside of any transaction: a slow sender must hold no lock. */
    private Answer attach(Request request) throws IOException {
        try {
            ArticleFile made = files.attach(
                            request.id("id"),
                            request.query("name").orElse(""),
                            request.stream(),
                            request.caller().agent().id(),
                            request.now())
                    .orElseThrow(ArticleRoutes::unknown);
            db.run(session -> Audit.created(session, request.actor(), Subject.ARTICLE, made.article(), made));
            return Answer.created(ArticleView.FileView.of(made));
        } catch (Blobs.TooLarge e) {
            throw Problem.tooLarge("At most " + ArticleFiles.SIZE_MAX / 1024 / 1024 + " MB.");
        }
    }

    private Answer get(Request request) {
        ArticleFile file = found(request);
        Path content =
                files.content(file).orElseThrow(() -> Problem.notFound("Its content was lost; attach it again."));
        return Answer.of(
                new Download(file.name(), file.mediaType(), file.isPicture(), out -> Files.copy(content, out)));
    }

    private Answer remove(Request request) {
        return db.together(() -> {
            ArticleFile file = found(request);
            files.remove(file.id());
            db.run(session -> Audit.deleted(session, request.actor(), Subject.ARTICLE, file.article(), file));
            return Answer.NOTHING;
        });
    }

    private ArticleFile found(Request request) {
        return files.get(request.id("id")).orElseThrow(() -> Problem.notFound("There is no such file."));
    }
}
