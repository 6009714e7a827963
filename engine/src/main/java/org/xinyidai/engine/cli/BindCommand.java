package org.xinyidai.engine.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinyidai.connectors.signature.VerifyingKey;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Accounts;
import org.xinyidai.engine.identity.Binding;
import org.xinyidai.engine.identity.Bindings;
import org.xinyidai.engine.identity.CertificateFingerprint;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Binds an account to a client certificate or a public key, and shows what it is bound to. */
@picocli.CommandLine.Command(
    name = "bind",
    mixinStandardHelpOptions = true,
    description = "Bind an account to a certificate or a key; its tokens open nothing without it.")
final class BindCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ExistingState state = new ExistingState();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "the client's certificate in PEM, or a file with its SHA-256 fingerprint")
  private @Nullable Path certificate;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "public key in PEM, by which its changes are signed: Ed25519, P-256 or SM2")
  private @Nullable Path key;

  @Option(
      names = "--key-id",
      paramLabel = "ID",
      defaultValue = "key-1",
      description = "what signatures call that key (default: ${DEFAULT-VALUE})")
  private String keyId = "key-1";

  @Option(
      names = "--remove",
      paramLabel = "NAME",
      description = "the fingerprint or the id of a key to take away")
  private @Nullable String removed;

  @Parameters(paramLabel = "ACCOUNT", description = "the id that xyd accounts lists")
  private String id = "";

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Platform platform = state.open()) {
      Account account = KnownAccount.of(new Accounts(platform.store(), new SecureRandom()), id);
      Bindings bindings = new Bindings(platform.store());
      change(platform, bindings, account.id());
      show(bindings.of(account.id()), out);
      out.flush();
    }
    return 0;
  }

  private void change(Platform platform, Bindings bindings, String account) throws IOException {
    if (certificate != null) {
      CertificateFingerprint fingerprint =
          CertificateFingerprint.parse(Files.readString(certificate))
              .orElseThrow(() -> new Failure(certificate + " holds no certificate in PEM"));
      bind(platform, changes -> bindings.bind(changes, account, fingerprint));
    }
    if (key != null) {
      if (!Bindings.isKeyId(keyId)) {
        throw new Failure("--key-id has 1 to 64 letters, digits, dots, dashes or underscores");
      }
      VerifyingKey known =
          VerifyingKey.ofPem(Files.readString(key))
              .orElseThrow(
                  () -> new Failure(key + " holds no public key for Ed25519, P-256 or SM2"));
      bind(platform, changes -> bindings.bind(changes, account, keyId, known));
    }
    if (removed != null) {
      String name = removed;
      if (!platform.store().execute(changes -> bindings.unbind(changes, account, name))) {
        throw new Failure(name + ": the account is not bound to it");
      }
    }
  }

  private static void bind(Platform platform, Command<Boolean> change) {
    if (!platform.store().execute(change)) {
      throw new Failure(
          "an account is bound to "
              + Bindings.MOST
              + " of each at most; --remove an old one first");
    }
  }

  private static void show(Binding binding, PrintWriter out) {
    binding.certificates().forEach(hex -> out.println("certificate\t" + hex));
    binding.keys().keySet().stream().sorted().forEach(one -> out.println("key\t" + one));
    if (binding.equals(Binding.NONE)) {
      out.println("bound to nothing: its tokens are enough");
    }
  }
}
