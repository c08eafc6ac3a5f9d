package io.paymentsengine.localstack.process;

import org.jspecify.annotations.Nullable;

/// A server that runs as a process on loopback.
public final class ProcessServer implements Server {

    public static final String LOOPBACK = "127.0.0.1";

    private final Program program;
    private final int port;
    private @Nullable Child child;

    public ProcessServer(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    @Override
    public String host() {
        return LOOPBACK;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void start() {
        if (child != null && child.isAlive()) {
            return;
        }
        Child started = Child.start(program.prepare());
        child = started;
        started.awaitReady(program::isReady, program.patience());
    }

    @Override
    public synchronized void stop() {
        if (child != null && child.isAlive()) {
            child.resume();
            program.end(child);
        }
        child = null;
    }

    @Override
    public void discard() {
        stop();
    }

    @Override
    public synchronized void kill() {
        if (child != null) {
            child.kill();
        }
        child = null;
    }

    @Override
    public synchronized void pause() {
        running().pause();
    }

    @Override
    public synchronized void resume() {
        running().resume();
    }

    /// The id of the process.
    ///
    /// @throws IllegalStateException if the server has not been started, or was stopped or killed
    public synchronized long pid() {
        return running().pid();
    }

    private Child running() {
        if (child == null) {
            throw new IllegalStateException("the server on port " + port + " is not running");
        }
        return child;
    }
}
