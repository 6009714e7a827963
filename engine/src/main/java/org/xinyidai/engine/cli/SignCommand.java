package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.signature.RequestSigner;
import org.xinyidai.connectors.signature.SigningKey;
import org.xinyidai.connectors.signature.UnsignedRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs one request as a machine client does, for tries with curl and for one's own programs. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Print the headers of a signed request (RFC 9421), one a line, as curl -H @FILE.")
final class SignCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "private key in PEM")
  private Path key = Path.of("");

  @Option(
      names = "--key-id",
      paramLabel = "ID",
      defaultValue = "key-1",
      description = "under which the platform has the public key (default: ${DEFAULT-VALUE})")
  private String keyId = "key-1";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      defaultValue = "POST",
      description = "method of the request (default: ${DEFAULT-VALUE})")
  private String method = "POST";

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "whole address, as it is sent")
  private URI url = URI.create("");

  @Option(
      names = "--header",
      paramLabel = "NAME: VALUE",
      description = "a header to cover as well; repeat for more")
  private List<String> headers = List.of();

  @Parameters(paramLabel = "BODY", arity = "0..1", description = "file with the body")
  private @Nullable Path body;

  @Override
  public Integer call() throws IOException {
    if (url.getScheme() == null || url.getRawAuthority() == null) {
      throw new Failure("--url must be whole, such as https://xyd.example/api/v1/records/penalty");
    }
    Map<String, String> covered = covered();
    byte[] content = body == null ? new byte[0] : Files.readAllBytes(body);
    PrintWriter out = spec.commandLine().getOut();
    covered.forEach((name, value) -> out.println(name + ": " + value));
    new TreeMap<>(
            new RequestSigner(keyId, signingKey())
                .sign(
                    new UnsignedRequest(method, url, covered, content),
                    Clock.systemUTC().instant(),
                    RequestSigner.nonce(new SecureRandom())))
        .forEach((name, value) -> out.println(name + ": " + value));
    out.flush();
    return 0;
  }

  private SigningKey signingKey() throws IOException {
    try {
      return SigningKey.ofFile(key);
    } catch (FileSystemException e) {
      throw e;
    } catch (IOException e) {
      throw new Failure(String.valueOf(e.getMessage()), e);
    }
  }

  private Map<String, String> covered() {
    Map<String, String> covered = new TreeMap<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new Failure("--header is written NAME: VALUE");
      }
      covered.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    return covered;
  }
}
