package io.paymentsengine.localstack.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Builds a layer, entry by entry. Every entry has the time of reproducible images: one second
/// after the start of 1970.
final class TarLayer {

    private static final int READABLE = 0644;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    TarLayer file(String name, String content) {
        return file(name, content, READABLE);
    }

    TarLayer file(String name, String content, int mode) {
        return file(name, content.getBytes(StandardCharsets.UTF_8), mode);
    }

    TarLayer file(String name, byte[] content) {
        return file(name, content, READABLE);
    }

    TarLayer folder(String name) {
        return put(new TarArchiveEntry(name + "/"), new byte[0]);
    }

    TarLayer link(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    TarLayer device(String name) {
        return put(new TarArchiveEntry(name, TarConstants.LF_CHR), new byte[0]);
    }

    /// Adds a hard link.
    TarLayer again(String name, String target) {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_LINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    byte[] bytes() throws IOException {
        tar.finish();
        return bytes.toByteArray();
    }

    byte[] zipped() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes());
        }
        return zipped.toByteArray();
    }

    private TarLayer file(String name, byte[] content, int mode) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        return put(entry, content);
    }

    private TarLayer put(TarArchiveEntry entry, byte[] content) {
        try {
            entry.setSize(content.length);
            entry.setLastModifiedTime(FileTime.from(Instant.ofEpochSecond(1)));
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
