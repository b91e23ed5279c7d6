package org.fixtrail.web.comment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.comment.CommentSubject;
import org.fixtrail.services.access.NotFound;
import org.fixtrail.services.comment.FindComments;
import org.fixtrail.services.comment.WriteComments;
import org.fixtrail.services.document.Upload;
import org.fixtrail.services.paging.PageRequest;
import org.fixtrail.web.document.Uploads;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.fixtrail.web.page.Show;
import org.jspecify.annotations.Nullable;

/** The part of a page that shows what was said of its failure or clock, and takes more. */
@Named
@ViewScoped
public class CommentsPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int ROWS = 20;

    private final FindComments find;
    private final WriteComments write;
    private final Show show;
    private final PagedRows<FindComments.CommentRow> rows;
    private final Map<String, String> entered = new HashMap<>();
    private final Answers answers = new Answers();
    private final Answers retractAnswers = new Answers();
    private CommentSubject subject = CommentSubject.FAILURE;
    private @Nullable UUID id;
    private int first;
    private long total;
    private transient @Nullable Collection<Part> files;

    @Inject
    public CommentsPage(FindComments find, WriteComments write, Show show) {
        this.find = find;
        this.write = write;
        this.show = show;
        this.rows = new PagedRows<>(
                page -> this.find.of(subject, id(), page), row -> row.comment().id());
    }

    @SuppressWarnings("NullAway")
    protected CommentsPage() {
        this(null, null, null);
    }

    /** Before a failure's page is drawn. */
    public void ofFailure(String failureId) {
        about(CommentSubject.FAILURE, Pages.failureId(failureId));
    }

    /** Before a clock's page is drawn. */
    public void ofClock(String clockId) {
        about(CommentSubject.CLOCK, Pages.id(clockId, "clock"));
    }

    /** Begins with the last page, where the newest are. */
    private void about(CommentSubject what, UUID which) {
        subject = what;
        id = which;
        total = find.of(what, which, PageRequest.first(1)).total();
        first = (int) Math.max(0, (total - 1) / ROWS * ROWS);
    }

    public void comment() throws IOException {
        List<Upload> uploads = Uploads.chosen(files);
        answers.ask(() -> write.write(subject, id(), entered("text"), uploads))
                .ifPresent(done -> back("The comment is recorded."));
    }

    public void retract(FindComments.CommentRow row) {
        retractAnswers
                .ask(() -> write.retract(row.comment().id(), entered("reason")))
                .ifPresent(done -> back("The comment is taken back. What it said stays on record."));
    }

    private void back(String said) {
        String page = subject == CommentSubject.FAILURE ? "/failure/show.xhtml" : "/clock/show.xhtml";
        String shown = subject == CommentSubject.FAILURE ? show.failureId(id()) : id().toString();
        Pages.go(page, Map.of("id", shown), said);
    }

    private String entered(String field) {
        return Objects.requireNonNullElse(entered.get(field), "");
    }

    private UUID id() {
        UUID known = id;
        if (known == null) {
            throw new NotFound("comment");
        }
        return known;
    }

    public String author(FindComments.CommentRow row) {
        return Objects.requireNonNullElseGet(
                row.author(), () -> show.words(row.comment().actor().kind().name()));
    }

    public PagedRows<FindComments.CommentRow> getRows() {
        return rows;
    }

    public int getPageSize() {
        return ROWS;
    }

    public int getFirst() {
        return first;
    }

    public void setFirst(int first) {
        this.first = first;
    }

    public long getTotal() {
        return total;
    }

    public Map<String, String> getEntered() {
        return entered;
    }

    public Answers getAnswers() {
        return answers;
    }

    public Answers getRetractAnswers() {
        return retractAnswers;
    }

    public @Nullable Collection<Part> getFiles() {
        return files;
    }

    public void setFiles(@Nullable Collection<Part> files) {
        this.files = files;
    }
}
