package io.paymentsengine.localstack.store;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/// Checks whether a store answers.
final class Probes {

    private static final int PATIENCE_MILLIS = 2_000;

    private Probes() {}

    static boolean postgres(String host, int port) {
        if (!listens(host, port)) {
            return false;
        }
        PGSimpleDataSource database = Database.at(host, port, "postgres", Login.SUPERUSER);
        try (var _ = database.getConnection()) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
