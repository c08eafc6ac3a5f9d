package io.paymentsengine.localstack.process;

/// A store or service, and what tests can do to it. It keeps its port and its data through all of
/// this, except for [#discard].
public interface Server {

    String host();

    int port();

    /// Starts the server if it is not running, and returns when it is ready.
    void start();

    /// Shuts the server down cleanly.
    void stop();

    /// Ends the server for good, in whatever state it is. Its data may be lost.
    void discard();

    /// Kills the server with `kill -9`: everything that was not durable is lost.
    void kill();

    /// Suspends the server: connections stay open, but nothing is answered.
    void pause();

    /// Resumes a server after [#pause].
    void resume();
}
