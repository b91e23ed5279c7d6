package org.fixtrail.web.architecture;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Whether a text can be made of nothing but constants of the program, whichever way it went there within one file: put
 * together, chosen, looked up in a table of constants, kept in a variable, handed to or answered by a private method. What it
 * cannot follow counts as not constant.
 */
final class ConstantText {
    private static final Set<String> COLLECTIONS = Set.of("java.util.List", "java.util.Set", "java.util.Map");

    private final Trees trees;
    private final Map<Element, List<TreePath>> values = new HashMap<>();
    private final Map<Element, List<TreePath>> calls = new HashMap<>();
    private final Map<Element, List<TreePath>> answers = new HashMap<>();
    private final Set<Element> referenced = new HashSet<>();

    ConstantText(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        new Collector().scan(unit, null);
    }

    boolean isConstant(TreePath text) {
        return isConstant(text, new HashSet<>());
    }

    /** @param seen what is being looked at already: going round in a circle adds nothing */
    private boolean isConstant(TreePath path, Set<Element> seen) {
        Tree tree = path.getLeaf();
        if (tree instanceof LiteralTree) {
            return true;
        }
        if (tree instanceof ParenthesizedTree inner) {
            return isConstant(new TreePath(path, inner.getExpression()), seen);
        }
        if (tree instanceof BinaryTree sum) {
            return allConstant(path, List.of(sum.getLeftOperand(), sum.getRightOperand()), seen);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return allConstant(path, List.of(choice.getTrueExpression(), choice.getFalseExpression()), seen);
        }
        if (tree instanceof MethodInvocationTree call) {
            return isConstantCall(path, call, seen);
        }
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            return trees.getElement(path) instanceof VariableElement variable && isConstant(variable, seen);
        }
        return false;
    }

    private boolean allConstant(TreePath parent, List<? extends ExpressionTree> parts, Set<Element> seen) {
        return parts.stream().allMatch(part -> isConstant(new TreePath(parent, part), seen));
    }

    private boolean isConstant(VariableElement variable, Set<Element> seen) {
        if (variable.getConstantValue() != null || !seen.add(variable)) {
            return true;
        }
        if (variable.getKind() == ElementKind.PARAMETER) {
            return isConstantParameter(variable, seen);
        }
        boolean known = variable.getKind() == ElementKind.LOCAL_VARIABLE
                || variable.getKind() == ElementKind.FIELD
                        && variable.getModifiers().contains(Modifier.FINAL);
        List<TreePath> given = values.getOrDefault(variable, List.of());
        return known && !given.isEmpty() && given.stream().allMatch(value -> isConstant(value, seen));
    }

    private boolean isConstantParameter(VariableElement parameter, Set<Element> seen) {
        if (!(parameter.getEnclosingElement() instanceof ExecutableElement method)
                || !method.getModifiers().contains(Modifier.PRIVATE)
                || values.containsKey(parameter)
                || referenced.contains(method)
                || !calls.containsKey(method)) {
            return false;
        }
        int index = method.getParameters().indexOf(parameter);
        return index >= 0
                && !method.isVarArgs()
                && calls.get(method).stream().allMatch(call -> isConstant(argument(call, index), seen));
    }

    private static TreePath argument(TreePath call, int index) {
        List<? extends ExpressionTree> arguments = call.getLeaf() instanceof MethodInvocationTree invocation
                ? invocation.getArguments()
                : ((NewClassTree) call.getLeaf()).getArguments();
        return new TreePath(call, arguments.get(index));
    }

    private boolean isConstantCall(TreePath path, MethodInvocationTree call, Set<Element> seen) {
        ExecutableElement method = (ExecutableElement) requireNonNull(trees.getElement(path));
        String owner = requireNonNull(method.getEnclosingElement()).toString();
        String name = method.getSimpleName().toString();
        if (owner.equals("java.lang.Class") && name.equals("getSimpleName")) {
            return true; // an identifier, whichever class it is
        }
        if (owner.equals("java.lang.String") && name.equals("formatted")) {
            return isConstantReceiver(path, call, seen) && allConstant(path, call.getArguments(), seen);
        }
        if (COLLECTIONS.contains(owner)) {
            return method.getModifiers().contains(Modifier.STATIC)
                    ? allConstant(path, call.getArguments(), seen)
                    : name.equals("get") && isConstantReceiver(path, call, seen);
        }
        if (!method.getModifiers().contains(Modifier.PRIVATE) || !answers.containsKey(method)) {
            return false;
        }
        return !seen.add(method) || answers.get(method).stream().allMatch(answer -> isConstant(answer, seen));
    }

    private boolean isConstantReceiver(TreePath path, MethodInvocationTree call, Set<Element> seen) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && isConstant(new TreePath(path, select.getExpression()), seen);
    }

    /** What variables are given, where methods are called from and what they answer, in one file. */
    private final class Collector extends TreePathScanner<Void, Void> {

        @Override
        public Void visitVariable(VariableTree variable, Void none) {
            if (variable.getInitializer() != null) {
                note(values, trees.getElement(getCurrentPath()), variable.getInitializer());
            }
            return super.visitVariable(variable, none);
        }

        @Override
        public Void visitAssignment(AssignmentTree assignment, Void none) {
            note(values, elementOf(assignment.getVariable()), assignment.getExpression());
            return super.visitAssignment(assignment, none);
        }

        @Override
        public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void none) {
            note(values, elementOf(assignment.getVariable()), assignment.getExpression());
            return super.visitCompoundAssignment(assignment, none);
        }

        @Override
        public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Void none) {
            note(values, elementOf(loop.getVariable()), loop.getExpression());
            return super.visitEnhancedForLoop(loop, none);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            note(calls, trees.getElement(getCurrentPath()), call);
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void none) {
            note(calls, trees.getElement(getCurrentPath()), call);
            return super.visitNewClass(call, none);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void none) {
            referenced.add(trees.getElement(getCurrentPath()));
            return super.visitMemberReference(reference, none);
        }

        @Override
        public Void visitReturn(ReturnTree answer, Void none) {
            TreePath inside = getCurrentPath();
            while (inside.getLeaf().getKind() != Tree.Kind.METHOD
                    && inside.getLeaf().getKind() != Tree.Kind.LAMBDA_EXPRESSION) {
                inside = requireNonNull(inside.getParentPath());
            }
            if (answer.getExpression() != null && !(inside.getLeaf() instanceof LambdaExpressionTree)) {
                note(answers, trees.getElement(inside), answer.getExpression());
            }
            return super.visitReturn(answer, none);
        }

        private Element elementOf(Tree tree) {
            return trees.getElement(new TreePath(getCurrentPath(), tree));
        }

        private void note(Map<Element, List<TreePath>> where, Element of, Tree tree) {
            where.computeIfAbsent(of, element -> new ArrayList<>())
                    .add(tree == getCurrentPath().getLeaf() ? getCurrentPath() : new TreePath(getCurrentPath(), tree));
        }
    }
}
