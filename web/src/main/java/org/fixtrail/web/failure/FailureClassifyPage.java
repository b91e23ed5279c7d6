package org.fixtrail.web.failure;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.fixtrail.domain.access.Permission;
import org.fixtrail.domain.failure.FieldProblem;
import org.fixtrail.services.failure.ClassifyFailure;
import org.fixtrail.services.failure.FailureView;
import org.fixtrail.services.failure.ShowFailure;
import org.fixtrail.web.page.Answers;
import org.fixtrail.web.page.Pages;
import org.jspecify.annotations.Nullable;

/** Changes what is said of a failure. */
@Named
@ViewScoped
public class FailureClassifyPage implements Serializable {
    private static final long serialVersionUID = 1;

    private final ShowFailure showFailure;
    private final ClassifyFailure classifyFailure;
    private final FactsForm form = new FactsForm();
    private final Answers answers = new Answers();
    private @Nullable String id;
    private long seenVersion;

    @Inject
    public FailureClassifyPage(ShowFailure showFailure, ClassifyFailure classifyFailure) {
        this.showFailure = showFailure;
        this.classifyFailure = classifyFailure;
    }

    @SuppressWarnings("NullAway")
    protected FailureClassifyPage() {
        this(null, null);
    }

    public void load() {
        Pages.require(Permission.CLASSIFY_FAILURE);
        FailureView view = showFailure.one(Pages.failureId(id));
        seenVersion = view.failure().version();
        form.fill(view.current());
    }

    public void classify() {
        List<FieldProblem> missing = form.missing();
        if (!missing.isEmpty()) {
            answers.refuse(missing);
            return;
        }
        answers.ask(() -> classifyFailure.classify(
                        Pages.failureId(id), now -> form.facts(), form.text("reason"), seenVersion))
                .ifPresent(failure -> Pages.go(
                        "/failure/show.xhtml",
                        Map.of("id", failure.toString()),
                        "The change is recorded. What was said before stays on record."));
    }

    public FactsForm getForm() {
        return form;
    }

    public Answers getAnswers() {
        return answers;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
