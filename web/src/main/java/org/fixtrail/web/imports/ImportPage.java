package org.fixtrail.web.imports;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.imports.FindImports;
import org.fixtrail.services.imports.ImportMapping;
import org.fixtrail.services.imports.RequestImport;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.JobText;
import org.fixtrail.web.page.PagedRows;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Imports: the form to ask for one, those that were asked for, and one with the rows to look at. */
@Named
@ViewScoped
public class ImportPage implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int MOST_MAPPING_BYTES = 1 << 20;

    private final FindImports imports;
    private final RequestImport requestImport;
    private final PagedRows<JobText> rows;
    private final PagedRows<FindImports.Note> notes;
    private final Answers answers = new Answers();
    private transient @Nullable Part data;
    private transient @Nullable Part mapping;
    private @Nullable String id;
    private @Nullable JobText job;

    @Inject
    public ImportPage(FindImports imports, RequestImport requestImport) {
        this.imports = imports;
        this.requestImport = requestImport;
        this.rows = new PagedRows<>(page -> this.imports.list(page).map(JobText::of), JobText::id);
        this.notes = new PagedRows<>(
                page -> this.imports.notes(jobId(), page), note -> note.line() + note.kind() + note.reason());
    }

    @SuppressWarnings("NullAway")
    protected ImportPage() {
        this(null, null);
    }

    /** Before the list is drawn. */
    public void open() {
        Pages.require(Permission.IMPORT_HISTORY);
    }

    /** For the page of one import. */
    public void load() {
        job = JobText.of(imports.one(jobId()));
    }

    /** Looks how far the import is; once it has ended, the page is drawn anew. */
    public void poll() {
        load();
        if (job != null && !job.isUnderWay()) {
            Pages.go("/import/show.xhtml", Map.of("id", jobId().toString()), "The import has come to its end.");
        }
    }

    public void request() throws IOException {
        Part file = data;
        Part rules = mapping;
        List<FieldProblem> problems = new ArrayList<>();
        if (file == null) {
            problems.add(new FieldProblem("data", "must be chosen"));
        }
        if (rules == null || rules.getSize() > MOST_MAPPING_BYTES) {
            problems.add(new FieldProblem("mapping", "must be chosen, with at most 1 MiB"));
        }
        if (rules != null) {
            ImportMapping.nameProblem(name(rules))
                    .ifPresent(problem -> problems.add(new FieldProblem("mapping", problem)));
        }
        if (file == null || rules == null || !problems.isEmpty()) {
            answers.refuse(problems);
            return;
        }
        String name = name(file);
        byte[] rows = bytes(file);
        byte[] yaml = bytes(rules);
        answers.ask(() -> requestImport.request(name, rows, yaml))
                .ifPresent(requested -> Pages.go(
                        "/import/show.xhtml",
                        Map.of("id", requested.toString()),
                        "The import is under way. You may leave this page and come back."));
    }

    private static String name(Part part) {
        return Objects.requireNonNullElse(part.getSubmittedFileName(), "file");
    }

    private static byte[] bytes(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(RequestImport.MOST_BYTES + 1);
        }
    }

    private UUID jobId() {
        return Pages.id(id, "import");
    }

    public PagedRows<JobText> getRows() {
        return rows;
    }

    public PagedRows<FindImports.Note> getNotes() {
        return notes;
    }

    public Answers getAnswers() {
        return answers;
    }

    public @Nullable JobText getJob() {
        return job;
    }

    public @Nullable Part getData() {
        return data;
    }

    public void setData(@Nullable Part data) {
        this.data = data;
    }

    public @Nullable Part getMapping() {
        return mapping;
    }

    public void setMapping(@Nullable Part mapping) {
        this.mapping = mapping;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
