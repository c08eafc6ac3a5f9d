package io.paymentsengine.faultagent;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place in the code, as people name it: a method, such as `SagaClock#passDeadlines`, or a call in one,
/// such as `BatchListener#bury -> ConsumedOffsets#move`. A lambda belongs to the method that
/// it is written in. Packages and parameters are left out: in one service a name stands for itself.
///
/// @param method in which it is
/// @param call what is called there; empty where the method itself is meant
public record Site(String method, String call) implements Comparable<Site> {

    private static final String ARROW = " -> ";
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    static Site of(ClassModel type, MethodModel method) {
        String name = method.methodName().stringValue();
        Matcher lambda = LAMBDA.matcher(name);
        return new Site(
                named(type.thisClass().asInternalName(), lambda.matches() ? lambda.group(1) : name),
                "");
    }

    /// Whether a method has a name of its own among the methods of its type: an overload that is not
    /// private would be another way in, and what is private or made by the compiler is a part of one.
    static boolean isNamed(MethodModel method) {
        return !method.flags().has(AccessFlag.PRIVATE) && !method.flags().has(AccessFlag.SYNTHETIC);
    }

    /// As [#toString] writes it.
    public static Site parse(String text) {
        String[] parts = text.split(ARROW, 2);
        return new Site(parts[0], parts.length == 1 ? "" : parts[1]);
    }

    Site calling(InvokeInstruction call) {
        return calling(named(call.owner().asInternalName(), call.name().stringValue()));
    }

    Site calling(String called) {
        return new Site(method, called);
    }

    static String named(String internalType, String method) {
        return simple(internalType) + "#" + method;
    }

    /// The name of a type without its package: `TransactionalOutbox.Pending`.
    static String simple(String internalType) {
        return internalType.substring(internalType.lastIndexOf('/') + 1).replace('$', '.');
    }

    /// The type that the place is in.
    String type() {
        return method.substring(0, method.indexOf('#'));
    }

    @Override
    public int compareTo(Site other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return call.isEmpty() ? method : method + ARROW + call;
    }
}
