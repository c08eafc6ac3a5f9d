package io.paymentsengine.platform.messaging;

/// Where a process can end between reading a message and telling the broker that it is done.
enum CrashPoint {
    /// The fence is held; nothing else is written.
    BEFORE_EFFECTS,
    /// Everything is written, including the outbox row; nothing is committed.
    BEFORE_COMMIT,
    /// Everything is on disk; nothing is sent.
    BEFORE_SEND,
    /// The first of several answers has been handed to the producer.
    WITHIN_SEND,
    /// The broker has the answers; the outbox row still exists.
    BEFORE_ACKNOWLEDGE,
    /// The offsets have been committed to the broker too.
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
