package io.paymentsengine.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A request whose body ends at the limit. For bodies that don't say their length beforehand.
final class BodyLimit extends HttpServletRequestWrapper {

    /// 1 MiB: a thousand payments in one request are a quarter of it.
    static final int BYTES_MAX = 1 << 20;

    BodyLimit(HttpServletRequest request) {
        super(request);
    }

    static Problem problem() {
        return Problem.of(ProblemType.CONTENT_TOO_LARGE, "A body has at most 1 MiB.");
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /// Reading went on behind the limit.
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private int left = BYTES_MAX;

        Counted(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int octet = body.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }

        private void count(int read) throws Exceeded {
            left -= read;
            if (left < 0) {
                throw new Exceeded();
            }
        }
    }
}
