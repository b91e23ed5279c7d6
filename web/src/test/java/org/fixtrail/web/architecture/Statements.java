package org.fixtrail.web.architecture;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds where a program hands text to the database, in its sources, with the names and types that the compiler gives them. */
final class Statements {
    private static final List<String> DATABASE =
            List.of("java.sql.", "javax.sql.", "jakarta.persistence.", "org.eclipse.persistence.");

    /** Methods there that take a statement, or a part of one, as their first argument. */
    private static final Set<String> TAKE_TEXT = Set.of(
            "addBatch",
            "createNativeQuery",
            "createQuery",
            "createStoredProcedureQuery",
            "execute",
            "executeLargeUpdate",
            "executeNonSelectingSQL",
            "executeQuery",
            "executeSQL",
            "executeUpdate",
            "function",
            "nativeSQL",
            "prepareCall",
            "prepareStatement");

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    private Statements() {}

    /**
     * A statement for the database.
     *
     * @param place class and method
     * @param line with the file, for who has to mend it
     * @param isBuilt whether something else than constants may be in it
     */
    record Statement(String place, String line, boolean isBuilt) {}

    static List<Statement> in(List<Path> files) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            return ofSources(manager.getJavaFileObjectsFromPaths(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Statement> ofSources(Iterable<? extends JavaFileObject> sources) {
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        ignored -> {},
                        List.of("-proc:none", "--should-stop=ifError=FLOW", "-cp", CLASS_PATH),
                        null,
                        sources);
        List<Statement> found = new ArrayList<>();
        try {
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            Trees trees = Trees.instance(task);
            units.forEach(unit -> new Finder(trees, unit, found).scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Finder extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final ConstantText constants;
        private final List<Statement> found;

        Finder(Trees trees, CompilationUnitTree unit, List<Statement> found) {
            this.trees = trees;
            this.unit = unit;
            this.constants = new ConstantText(trees, unit);
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (!call.getArguments().isEmpty() && takesText(name(call.getMethodSelect()))) {
                ExpressionTree text = call.getArguments().get(0);
                add(!constants.isConstant(new TreePath(getCurrentPath(), text)));
            }
            return super.visitMethodInvocation(call, none);
        }

        /** Whatever is handed to it later is not seen here. */
        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void none) {
            if (takesText(reference.getName())) {
                add(true);
            }
            return super.visitMemberReference(reference, none);
        }

        private static Name name(ExpressionTree method) {
            return method instanceof MemberSelectTree select
                    ? select.getIdentifier()
                    : ((IdentifierTree) method).getName();
        }

        /** A method of a library that this module does not see, such as the server's own, counts by its name alone. */
        private boolean takesText(Name name) {
            return TAKE_TEXT.contains(name.toString())
                    && (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement method) || takesText(method));
        }

        private static boolean takesText(ExecutableElement method) {
            return !method.getParameters().isEmpty()
                    && method.getParameters().get(0).asType().toString().equals("java.lang.String")
                    && DATABASE.stream().anyMatch(owner(method)::startsWith);
        }

        private static String owner(ExecutableElement method) {
            return requireNonNull(method.getEnclosingElement()).toString();
        }

        private void add(boolean isBuilt) {
            long position = trees.getSourcePositions()
                    .getStartPosition(unit, getCurrentPath().getLeaf());
            found.add(new Statement(
                    place(),
                    unit.getSourceFile().getName() + ":" + unit.getLineMap().getLineNumber(position),
                    isBuilt));
        }

        private String place() {
            String method = "";
            for (TreePath path = getCurrentPath(); ; path = requireNonNull(path.getParentPath())) {
                if (path.getLeaf() instanceof MethodTree inside && method.isEmpty()) {
                    method = inside.getName().toString();
                } else if (path.getLeaf() instanceof ClassTree inside
                        && !inside.getSimpleName().isEmpty()) {
                    return inside.getSimpleName() + "." + method;
                }
            }
        }
    }
}
