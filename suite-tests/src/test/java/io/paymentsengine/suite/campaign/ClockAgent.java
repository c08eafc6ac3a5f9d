package io.paymentsengine.suite.campaign;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An agent that shifts the clock of a service. Once attached, every clock and `Instant.now()` in that JVM is
/// off by the offset given with the last attach. It needs nothing but the JDK, and the service needs no
/// switch for it.
public final class ClockAgent {

    private static final String OFF_BY = "suite.clock.off.by.millis";
    private static final String NOW = "currentInstant";

    private static final ClassDesc INSTANT = Instant.class.describeConstable().orElseThrow();
    private static final MethodTypeDesc LONG_BY_NAME =
            MethodTypeDesc.of(
                    ConstantDescs.CD_Long, ConstantDescs.CD_String, ConstantDescs.CD_long);

    private ClockAgent() {}

    /// Called by the JVM on each attach.
    ///
    /// @param millis the new offset
    public static void agentmain(String millis, Instrumentation jvm)
            throws UnmodifiableClassException {
        boolean first = System.getProperty(OFF_BY) == null;
        System.setProperty(OFF_BY, millis);
        if (first) {
            jvm.addTransformer(new Weaver(), true);
            jvm.retransformClasses(Clock.class);
        }
    }

    /// Adds the offset to what `Clock` returns as the current instant.
    private static final class Weaver implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> type,
                @Nullable ProtectionDomain domain,
                byte[] code) {
            if (type != Clock.class) {
                return null;
            }
            ClassFile file = ClassFile.of();
            return file.transformClass(
                    file.parse(code),
                    ClassTransform.transformingMethodBodies(
                            method -> method.methodName().equalsString(NOW), ADD));
        }

        private static final CodeTransform ADD = Weaver::add;

        private static void add(CodeBuilder code, CodeElement element) {
            if (element instanceof ReturnInstruction end && end.opcode() == Opcode.ARETURN) {
                code.ldc(OFF_BY)
                        .lconst_0()
                        .invokestatic(ConstantDescs.CD_Long, "getLong", LONG_BY_NAME)
                        .invokevirtual(
                                ConstantDescs.CD_Long,
                                "longValue",
                                MethodTypeDesc.of(ConstantDescs.CD_long))
                        .invokevirtual(
                                INSTANT,
                                "plusMillis",
                                MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
            }
            code.with(element);
        }
    }
}
