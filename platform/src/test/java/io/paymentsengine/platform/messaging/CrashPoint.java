package io.paymentsengine.platform.messaging;

/// Where a process can end between reading a message and having told the broker that it is done.
enum CrashPoint {
    /// The fence is held, nothing else is written.
    BEFORE_EFFECTS,
    /// All is written, the outbox row too; nothing is committed.
    BEFORE_COMMIT,
    /// All is on disk, nothing is sent.
    BEFORE_SEND,
    /// The first of several answers is handed to the producer.
    WITHIN_SEND,
    /// The broker has the answers, the outbox row is still there.
    BEFORE_ACKNOWLEDGE,
    /// The offsets are committed to the broker too.
    AFTER_ACKNOWLEDGE;

    static final String PROPERTY = "crash.point";
    static final int EXIT_CODE = 42;

    /// Ends this process, as `kill -9` would, if it was started to end here.
    void passed() {
        if (name().equals(System.getProperty(PROPERTY))) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
