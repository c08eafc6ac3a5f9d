package io.paymentsengine.suite.campaign;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.paymentsengine.localstack.process.ProcessServer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// A proxy between the services and a store: every byte passes through it and can be held back.
///
/// It is made of a few Netty handlers, because nothing maintained on Maven Central does this inside a JVM:
/// Toxiproxy is a separate program with a Java client, and NetCrusher has not been maintained since 2017.
final class Link implements AutoCloseable {

    /// What happens to the bytes that pass.
    enum Mood {
        OPEN,

        /// Everything arrives late.
        SLOW,

        /// Connections are closed, including new ones.
        CUT,

        /// Requests arrive and are carried out, but responses are lost.
        DEAF
    }

    /// The delay in each direction.
    static final Duration DELAY = Duration.ofMillis(50);

    private final int port;
    private final int target;
    private final EventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicLong hurt = new AtomicLong();
    private volatile Mood mood = Mood.OPEN;

    private Link(int port, int target) {
        this.port = port;
        this.target = target;
    }

    /// Listens on one loopback port and connects to another.
    static Link between(int port, int target) {
        Link link = new Link(port, target);
        link.listen();
        return link;
    }

    Mood mood() {
        return mood;
    }

    /// How often, in all, bytes were delayed or lost, or connections cut.
    long hurt() {
        return hurt.get();
    }

    /// Counts one such event.
    void hurts() {
        hurt.incrementAndGet();
    }

    /// Changes what happens from now on. When a DEAF link recovers, its connections are closed, because what
    /// follows lost bytes would make no sense.
    void become(Mood next) {
        if (mood == Mood.DEAF || next == Mood.CUT) {
            mood = Mood.CUT;
            hurt.addAndGet(connections.size());
            connections.close().awaitUninterruptibly();
        }
        mood = next;
    }

    @Override
    public void close() {
        connections.close().awaitUninterruptibly();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private void listen() {
        new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel client) {
                                accept(client);
                            }
                        })
                .bind(ProcessServer.LOOPBACK, port)
                .syncUninterruptibly();
    }

    private void accept(Channel client) {
        connections.add(client);
        if (mood == Mood.CUT) {
            hurts();
            var _ = client.close();
            return;
        }
        ChannelFuture connecting =
                new Bootstrap()
                        .group(client.eventLoop())
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.AUTO_READ, false)
                        .handler(new Pipe(this, client, true))
                        .connect(ProcessServer.LOOPBACK, target);
        connections.add(connecting.channel());
        var _ =
                connecting.addListener(
                        connected -> {
                            if (connected.isSuccess()) {
                                join(client, connecting.channel());
                            } else {
                                var _ = client.close();
                            }
                        });
    }

    private void join(Channel client, Channel store) {
        client.pipeline().addLast(new Pipe(this, store, false));
        client.config().setAutoRead(true);
        store.config().setAutoRead(true);
        if (!client.isActive()) {
            var _ = store.close();
        }
    }
}
