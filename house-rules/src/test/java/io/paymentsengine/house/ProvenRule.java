package io.paymentsengine.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// A rule about compiled classes. It names a class that breaks it on purpose, to prove that the
/// rule detects something.
interface ProvenRule {

    /// The rule for packages that start with `root`: our own, or those that are wrong on purpose.
    ArchRule under(String root);

    /// The class that breaks the rule, relative to [Modules#WRONG].
    String brokenBy();

    /// Violations of the rule in these classes of ours.
    default List<String> breaches(JavaClasses classes) {
        return under(Modules.OURS).evaluate(classes).getFailureReport().getDetails();
    }

    /// Violations of the rule in the classes that are wrong on purpose.
    default List<String> proof() {
        return under(Modules.WRONG).evaluate(Modules.wrong()).getFailureReport().getDetails();
    }

    /// The full name of the class that breaks the rule.
    default String culprit() {
        return Modules.WRONG + "." + brokenBy();
    }
}
