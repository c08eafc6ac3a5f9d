package io.paymentsengine.suite.campaign;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/// One direction of a connection of a [Link]. Bytes never overtake each other: what is delayed leaves in the
/// order in which it came. Everything runs on the link's single thread.
final class Pipe extends ChannelInboundHandlerAdapter {

    private final Link link;
    private final Channel other;
    private final boolean answers;
    private final Deque<Object> kept = new ArrayDeque<>();

    /// @param other the channel that this direction leads to
    /// @param answers whether this is the direction from the store to the service
    Pipe(Link link, Channel other, boolean answers) {
        this.link = link;
        this.other = other;
        this.answers = answers;
    }

    @Override
    public void channelRead(ChannelHandlerContext here, Object bytes) {
        switch (link.mood()) {
            case OPEN -> passOrKeep(here, bytes, 0);
            case SLOW -> {
                link.hurts();
                passOrKeep(here, bytes, Link.DELAY.toNanos());
            }
            case CUT -> {
                link.hurts();
                ReferenceCountUtil.release(bytes);
                var _ = here.close();
            }
            case DEAF -> {
                if (answers) {
                    link.hurts();
                    ReferenceCountUtil.release(bytes);
                } else {
                    passOrKeep(here, bytes, 0);
                }
            }
        }
    }

    private void passOrKeep(ChannelHandlerContext here, Object bytes, long nanos) {
        if (nanos == 0 && kept.isEmpty()) {
            pass(here, bytes);
            return;
        }
        kept.add(bytes);
        var _ = here.executor().schedule(() -> passFirst(here), nanos, TimeUnit.NANOSECONDS);
    }

    /// Bytes that come after a slow period must wait for those that came during it.
    private void passFirst(ChannelHandlerContext here) {
        Object first = kept.poll();
        if (first != null) {
            pass(here, first);
        }
    }

    private void pass(ChannelHandlerContext here, Object bytes) {
        var _ = other.writeAndFlush(bytes);
        if (!other.isWritable()) {
            here.channel().config().setAutoRead(false);
        }
    }

    /// This side can take more, so reading from the other side resumes.
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext here) {
        if (here.channel().isWritable()) {
            other.config().setAutoRead(true);
        }
        here.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext here) {
        while (!kept.isEmpty()) {
            passFirst(here);
        }
        var _ = other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext here, Throwable broken) {
        var _ = here.close();
    }
}
