package io.paymentsengine.localstack.process;

/// A store or service that runs, and what tests may do to it. It keeps its port and data, whatever is done.
public interface Server {

    String host();

    int port();

    /// Starts it, if it doesn't run, and returns when it is ready.
    void start();

    /// Ends it in good order.
    void stop();

    /// Ends it for good, whatever was done to it. What it kept may be gone.
    void discard();

    /// `kill -9`: what it had not made durable is lost.
    void kill();

    /// Stops time for it: connections stay, answers don't come.
    void pause();

    /// Undoes [#pause].
    void resume();
}
