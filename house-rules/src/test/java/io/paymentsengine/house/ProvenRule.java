package io.paymentsengine.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// A rule about compiled classes. It names a class that is wrong on purpose, so that nobody can add
/// a rule that guards nothing.
interface ProvenRule {

    /// The rule for packages that start with `root`, ours or the wrong ones.
    ArchRule under(String root);

    /// The wrong class that breaks it, below [Modules#WRONG].
    String brokenBy();

    /// What breaks the rule among these classes of ours.
    default List<String> breaches(JavaClasses classes) {
        return under(Modules.OURS).evaluate(classes).getFailureReport().getDetails();
    }

    /// What the rule says of all that is wrong on purpose.
    default List<String> proof() {
        return under(Modules.WRONG).evaluate(Modules.wrong()).getFailureReport().getDetails();
    }

    /// The full name of the class that breaks it.
    default String culprit() {
        return Modules.WRONG + "." + brokenBy();
    }
}
