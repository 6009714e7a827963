package org.xinyidai.engine.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.tls.TlsFiles;
import org.xinyidai.engine.http.tls.Transport;

/** A whole server that speaks TLS, and a client for it. */
final class SecureServer implements AutoCloseable {
  final RunningServer server;

  SecureServer(Path folder, TlsFiles files, Endpoint... further) {
    Address address = new Address(Address.LOOPBACK, 0, new Transport.Tls(files));
    server =
        RunningServer.with(folder, config -> config.with(address), workers -> List.of(further));
  }

  int port() {
    return server.port();
  }

  HttpResponse<String> get(SSLContext context, String path, String... headers) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).GET();
    return send(context, headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(SSLContext context, HttpRequest.Builder request) throws IOException {
    try {
      return HttpClient.newBuilder()
          .sslContext(context)
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  URI uri(String path) {
    return URI.create("https://" + Address.LOOPBACK + ":" + port() + path);
  }

  @Override
  public void close() {
    server.close();
  }
}
